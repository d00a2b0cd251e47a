package io.huizong.intake.bulk;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** Limits of bulk bodies. */
@ConfigMapping(prefix = "huizong.bulk")
interface BulkSettings {

    /** Bodies of all senders that are read at once; further ones are answered with 429. */
    int maxBodies();

    /** Lines of one body that wait for their outcome at once. */
    int maxLines();

    /** How long a sender may send nothing and take nothing while the service waits for it. */
    Duration idleTimeout();
}
