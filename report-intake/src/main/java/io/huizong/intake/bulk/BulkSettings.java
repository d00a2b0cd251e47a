package io.huizong.intake.bulk;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** How much bulk bodies may take at once. */
@ConfigMapping(prefix = "huizong.bulk")
interface BulkSettings {

    /** Bodies of all senders that are read at once; more are turned away. */
    int bodies();

    /** Lines of one body that wait for their results at once. */
    int lines();

    /** How long a sender may leave us waiting, for more of its body or for its taking results. */
    Duration idleTimeout();
}
