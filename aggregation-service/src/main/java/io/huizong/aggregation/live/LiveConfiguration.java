package io.huizong.aggregation.live;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Those who listen to changes. */
@ConfigMapping(prefix = "huizong.live")
public interface LiveConfiguration {

    /** How often a listener that nothing happens for is told so. */
    @WithDefault("15s")
    Duration heartbeat();

    /** How many may listen to one instance at once. */
    @WithDefault("200")
    int listeners();

    /** How many changed rollups may wait for a listener before it is sent away. */
    @WithDefault("500")
    int waiting();
}
