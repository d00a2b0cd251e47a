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
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.jboss.logging.Logger;

/**
 * Looks at the topic of the log every few seconds, and keeps the log shut while the topic is not there, cannot acknowledge
 * records, or was not seen since an event was not acknowledged. Nothing is handed over meanwhile. A topic that is set up
 * otherwise than it must be ends the service; one that took the place of another is as good as any, for the aggregation
 * service notices that.
 */
@ApplicationScoped
class ReportTopic {

    private static final Logger LOG = Logger.getLogger(ReportTopic.class);
    private static final Duration SOON = Duration.ofMillis(500);

    private final TopicAdmin admin;
    private final Duration pause;
    private final ScheduledExecutorService workers = Infrastructure.getDefaultWorkerPool();
    private final MeterRegistry meters;
    private final Gauge gauge;
    private volatile TopicState state = new TopicState.Shut("not looked at yet");
    private volatile long shutSince = System.nanoTime();
    private volatile boolean isStopped;
    private Future<?> next;
    private int doubts;

    ReportTopic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, LogSettings settings, MeterRegistry meters) {
        this.admin = new TopicAdmin(kafka, settings);
        this.pause = settings.look();
        this.meters = meters;
        this.gauge = Gauge.builder("huizong.log.shut", this, ReportTopic::shutSeconds)
                .description("How long nothing could be handed to the log; 0 while it can")
                .baseUnit("seconds")
                .register(meters);
    }

    private double shutSeconds() {
        return isReady() ? 0 : (System.nanoTime() - shutSince) / 1e9;
    }

    void start(@Observes StartupEvent event) throws InterruptedException {
        state = admin.look();
        if (state instanceof TopicState.Different different) {
            admin.close();
            throw new ConfigurationException(sentence(different));
        }
        if (state instanceof TopicState.Shut shut) {
            LOG.warnf("Waiting for the log: %s", shut.reason());
        }
        lookIn(isReady() ? pause : SOON);
    }

    boolean isReady() {
        return state instanceof TopicState.Ready;
    }

    TopicState state() {
        return state;
    }

    /** Shuts the log until it was seen again: senders are told at once, and no more events are left in doubt. */
    synchronized void doubt(String reason) {
        doubts++;
        if (isReady()) {
            become(new TopicState.Shut(reason));
            if (next.cancel(false)) {
                lookIn(SOON);
            }
        }
    }

    private synchronized void lookIn(Duration time) {
        if (!isStopped) {
            next = workers.schedule(this::look, time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** One at a time: only the end of a look makes another one due. */
    private void look() {
        int before = doubts();
        TopicState found;
        try {
            found = admin.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (RuntimeException e) {
            found = new TopicState.Shut(e.toString());
        }
        boolean isSettled = found(found, before);
        lookIn(isSettled ? pause : SOON);
    }

    private synchronized int doubts() {
        return doubts;
    }

    /** Whether what was found holds: where a doubt arose meanwhile, what was seen before it says nothing. */
    private synchronized boolean found(TopicState found, int doubtsBefore) {
        if (isStopped || found instanceof TopicState.Ready && doubts > doubtsBefore) {
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
            shutSince = System.nanoTime();
        }
        state = found;
        if (found instanceof TopicState.Different different) {
            LOG.error(sentence(different));
            Quarkus.asyncExit(1);
        } else if (found instanceof TopicState.Shut shut) {
            LOG.logf(
                    wasReady ? Logger.Level.ERROR : Logger.Level.WARN,
                    "The log is shut until its topic is there and can acknowledge: %s",
                    shut.reason());
        } else {
            LOG.info("The log is open");
        }
    }

    private static String sentence(TopicState.Different different) {
        return "The log is not set up as it must be: " + String.join("; ", different.differences());
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
        meters.remove(gauge);
    }
}
