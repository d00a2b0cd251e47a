package io.huizong.aggregation.feed;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;

/** The feed of changed rollups. */
@ConfigMapping(prefix = "huizong.feed")
public interface FeedSettings {

    /** How often a subscription without changes gets a comment, so that proxies keep it open. */
    Duration heartbeatInterval();

    /** Subscriptions to one instance at once. */
    int maxSubscriptions();

    /** Changed rollups that may wait for one subscriber; one that is slower is disconnected. */
    int bufferSize();
}
