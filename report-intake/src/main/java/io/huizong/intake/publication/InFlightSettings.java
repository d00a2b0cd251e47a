package io.huizong.intake.publication;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;

/** How much may be on its way to the brokers at once: what bounds the memory when they are slow. */
@ConfigMapping(prefix = "huizong.in-flight")
interface InFlightSettings {

    /** Events of all senders together. Single submissions beyond it are turned away. */
    int most();

    /** Events at which bulk bodies wait; the rest up to {@link #most()} is kept for single submissions. */
    int bulk();

    /** Bytes of events of all senders together; bulk bodies wait at three quarters of it. */
    MemorySize bytes();
}
