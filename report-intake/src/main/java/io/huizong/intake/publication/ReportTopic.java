package io.huizong.intake.publication;

import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import org.jboss.logging.Logger;

/**
 * Keeps the log shut until its topic was seen to be set up as it must be. A topic that is set up otherwise ends the
 * service; brokers that do not answer are waited for.
 */
@ApplicationScoped
class ReportTopic {

    private static final Logger LOG = Logger.getLogger(ReportTopic.class);
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final TopicAdmin admin;
    private final ExecutorService waiting = Executors.newSingleThreadExecutor(work -> new Thread(work, "report-topic"));
    private volatile TopicState state = new TopicState.Unknown("not looked at yet");

    ReportTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka, LogSettings settings) {
        this.admin = new TopicAdmin(kafka, settings);
    }

    void start(@Observes StartupEvent event) throws InterruptedException {
        state = admin.look();
        if (state instanceof TopicState.Different different) {
            throw new ConfigurationException(sentence(different));
        }
        if (state instanceof TopicState.Unknown) {
            waiting.execute(this::waitForBrokers);
        }
    }

    boolean isReady() {
        return state instanceof TopicState.Ready;
    }

    TopicState state() {
        return state;
    }

    private void waitForBrokers() {
        long pause = FIRST_PAUSE_MS;
        try {
            while (state instanceof TopicState.Unknown unknown) {
                LOG.warnf("Waiting for the brokers to show the log: %s", unknown.reason());
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
                state = admin.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (state instanceof TopicState.Different different) {
            LOG.error(sentence(different));
            Quarkus.asyncExit(1);
        }
    }

    private static String sentence(TopicState.Different different) {
        return "The log is not set up as it must be: " + String.join("; ", different.differences());
    }

    @PreDestroy
    void stop() {
        waiting.shutdownNow();
    }
}
