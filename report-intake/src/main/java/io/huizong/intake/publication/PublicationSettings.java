package io.huizong.intake.publication;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Publishing to the topic {@code reports}. */
@ConfigMapping(prefix = "huizong.publication")
interface PublicationSettings {

    /** How long a sender waits for the acknowledgement at most; above the producer's delivery.timeout.ms. */
    @WithDefault("10s")
    Duration acknowledgementTimeout();

    /** How often the topic is checked, also when nobody submits: how soon its loss is noticed. */
    @WithDefault("3s")
    Duration topicCheckInterval();

    /** How long one check of the topic may take. */
    @WithDefault("5s")
    Duration topicCheckTimeout();

    /** Events in flight to the brokers at once: what bounds the memory when they are slow. */
    InFlight inFlight();

    /** Limits of events in flight. */
    interface InFlight {

        /** Events of all senders together. Single submissions beyond it are refused. */
        int maxEvents();

        /** Events at which bulk bodies wait; the rest up to {@link #maxEvents()} is kept for single submissions. */
        int maxBulkEvents();

        /** Bytes of events of all senders together; bulk bodies wait at three quarters of it. */
        MemorySize maxBytes();
    }
}
