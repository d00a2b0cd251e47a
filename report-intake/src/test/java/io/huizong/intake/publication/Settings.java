package io.huizong.intake.publication;

import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

import io.huizong.commons.topic.TopicConfiguration;

/** Settings for a test; what it does not name is as in production, or harmless. */
final class Settings {

    private Settings() {}

    static SmallRyeConfig of(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(TopicConfiguration.class)
                .withMapping(PublicationSettings.class)
                .withDefaultValue("huizong.topics.reports", "reports")
                .withDefaultValue("huizong.topics.partitions", "12")
                .withDefaultValue("huizong.topics.replication", "3")
                .withDefaultValue("huizong.topics.min-insync-replicas", "2")
                .withDefaultValue("huizong.publication.in-flight.max-events", "10")
                .withDefaultValue("huizong.publication.in-flight.max-bulk-events", "8")
                .withDefaultValue("huizong.publication.in-flight.max-bytes", "1000")
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
