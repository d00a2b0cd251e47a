package io.huizong.intake.publication;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.jboss.logging.Logger;

import io.huizong.commons.metrics.OwnedGauges;
import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.intake.publication.TopicAdmin.TopicState;
import io.huizong.intake.publication.TopicAdmin.TopicState.Kind;

/**
 * Checks the topic {@code reports} every few seconds. It is unavailable while it does not exist, cannot acknowledge records, or
 * was not checked since an event was not acknowledged: nothing is sent meanwhile. A topic with other settings than it must have
 * stops the service. A topic that was made anew under the same name is accepted: the aggregation service notices that.
 */
@ApplicationScoped
class ReportTopic {

    private static final Logger LOG = Logger.getLogger(ReportTopic.class);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);
    private static final String WRONG_SETTINGS = "The topic has wrong settings: ";

    private final TopicAdmin admin;
    private final Duration pause;
    private final ScheduledExecutorService workers = Infrastructure.getDefaultWorkerPool();
    private volatile TopicState state = TopicState.unavailable("not checked yet");
    private volatile long unavailableSince = System.nanoTime();
    private volatile boolean isStopped;
    private Future<?> next;
    private int doubts;

    ReportTopic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            TopicConfiguration topics,
            PublicationSettings settings,
            OwnedGauges gauges) {
        this.admin = new TopicAdmin(kafka, topics, settings.topicCheckTimeout());
        this.pause = settings.topicCheckInterval();
        gauges.register(Gauge.builder("huizong.topic.unavailable", this, ReportTopic::unavailableSeconds)
                .description("How long nothing could be published; 0 while it can")
                .baseUnit("seconds"));
    }

    private double unavailableSeconds() {
        return isReady() ? 0 : (System.nanoTime() - unavailableSince) / 1e9;
    }

    void start(@Observes StartupEvent event) throws InterruptedException {
        state = admin.check();
        if (state.kind() == Kind.DIFFERENT) {
            admin.close();
            throw new ConfigurationException(WRONG_SETTINGS + state.reason());
        }
        if (state.kind() == Kind.UNAVAILABLE) {
            LOG.warnf("Waiting for the topic: %s", state.reason());
        }
        checkIn(isReady() ? pause : RETRY_INTERVAL);
    }

    boolean isReady() {
        return state.kind() == Kind.READY;
    }

    TopicState state() {
        return state;
    }

    /** Makes the topic unavailable until it was checked again: senders are refused at once, instead of being left without a confirmation. */
    synchronized void doubt(String reason) {
        doubts++;
        if (isReady()) {
            become(TopicState.unavailable(reason));
            if (next.cancel(false)) {
                checkIn(RETRY_INTERVAL);
            }
        }
    }

    private synchronized void checkIn(Duration time) {
        if (!isStopped) {
            next = workers.schedule(this::check, time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One at a time: only the end of a check schedules the next one. */
    private void check() {
        int before = doubts();
        TopicState found;
        try {
            found = admin.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            found = TopicState.unavailable(e.toString());
        }
        checkIn(accept(found, before) ? pause : RETRY_INTERVAL);
    }

    private synchronized int doubts() {
        return doubts;
    }

    /** Whether the result is valid: a check that began before the last doubt says nothing. */
    private synchronized boolean accept(TopicState found, int doubtsBefore) {
        if (isStopped || found.kind() == Kind.READY && doubts > doubtsBefore) {
            return false;
        }
        become(found);
        return true;
    }

    private void become(TopicState found) {
        if (found.equals(state)) {
            return;
        }
        boolean wasReady = isReady();
        if (wasReady) {
            unavailableSince = System.nanoTime();
        }
        state = found;
        switch (found.kind()) {
            case READY -> LOG.info("The topic is available");
            case DIFFERENT -> {
                LOG.error(WRONG_SETTINGS + found.reason());
                Quarkus.asyncExit(1);
            }
            case UNAVAILABLE ->
                LOG.logf(
                        wasReady ? Logger.Level.ERROR : Logger.Level.WARN,
                        "The topic is unavailable: %s",
                        found.reason());
        }
    }

    @PreDestroy
    void stop() {
        synchronized (this) {
            isStopped = true;
            if (next != null) {
                next.cancel(true);
            }
        }
        admin.close();
    }
}
