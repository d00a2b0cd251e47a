package io.huizong.intake.publication;

import java.time.Duration;
import java.util.Map;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;

/**
 * Keeps the log shut until its topic was seen to be set up as it must be, and again when an event was not acknowledged. A
 * topic that is set up otherwise ends the service; brokers that do not answer are waited for.
 */
@ApplicationScoped
class ReportTopic {

    private static final Logger LOG = Logger.getLogger(ReportTopic.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final TopicAdmin admin;
    private final MeterRegistry meters;
    private final Gauge gauge;
    private volatile TopicState state = new TopicState.Unknown("not looked at yet");
    private volatile long shutSince = System.nanoTime();
    private Cancellable waiting = () -> {};

    ReportTopic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, LogSettings settings, MeterRegistry meters) {
        this.admin = new TopicAdmin(kafka, settings);
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
            throw new ConfigurationException(sentence(different));
        }
        if (state instanceof TopicState.Unknown) {
            waitForBrokers();
        }
    }

    boolean isReady() {
        return state instanceof TopicState.Ready;
    }

    TopicState state() {
        return state;
    }

    /** Shuts the log until it was seen again: senders are told at once, and no more events are left in doubt. */
    synchronized void doubt(String reason) {
        if (isReady()) {
            LOG.errorf("The log is shut until the brokers show it: %s", reason);
            shutSince = System.nanoTime();
            state = new TopicState.Unknown(reason);
            waitForBrokers();
        }
    }

    private void waitForBrokers() {
        waiting = Uni.createFrom()
                .item(this::known)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> LOG.warnf("Waiting for the brokers to show the log: %s", failure.getMessage()))
                .onFailure()
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(this::found);
    }

    /** What another look finds, as a failure where it does not say. */
    private TopicState known() {
        try {
            state = admin.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the log was looked for", e);
        }
        if (state instanceof TopicState.Unknown unknown) {
            throw new IllegalStateException(unknown.reason());
        }
        return state;
    }

    private void found(TopicState found) {
        if (found instanceof TopicState.Different different) {
            LOG.error(sentence(different));
            Quarkus.asyncExit(1);
        }
    }

    private static String sentence(TopicState.Different different) {
        return "The log is not set up as it must be: " + String.join("; ", different.differences());
    }

    @PreDestroy
    void stop() {
        waiting.cancel();
        meters.remove(gauge);
    }
}
