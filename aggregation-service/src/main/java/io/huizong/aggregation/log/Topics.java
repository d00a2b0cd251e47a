package io.huizong.aggregation.log;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

import io.huizong.contract.event.TopicSettings;

/** Makes the topics that are missing and compares those that are there with what they must be. */
@ApplicationScoped
public class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);

    private final Map<String, Object> kafka;
    private final TopicConfiguration configuration;

    Topics(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicConfiguration configuration) {
        this.kafka = kafka;
        this.configuration = configuration;
    }

    /**
     * Sentences on what is wrong with the topics; empty if nothing is.
     *
     * @throws ExecutionException if the brokers do not answer
     */
    public List<String> differences() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            List<TopicSettings> settings = List.of(
                    log(configuration.reports(), configuration.partitions()),
                    log(configuration.deadLetters(), 1),
                    TopicSettings.rollupChanges(
                            configuration.rollupChanges(),
                            configuration.replication(),
                            configuration.minInsyncReplicas()));
            for (TopicSettings topic : settings) {
                make(admin, topic);
            }
            return compare(admin, settings);
        }
    }

    /**
     * The id that Kafka gave the topic {@code reports} when it was made. A topic of the same name that was made later is
     * another log.
     *
     * @throws ExecutionException if the brokers do not answer, or do not have the topic
     */
    public String logId() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            return admin.describeTopics(List.of(configuration.reports()))
                    .allTopicNames()
                    .get()
                    .get(configuration.reports())
                    .topicId()
                    .toString();
        }
    }

    private TopicSettings log(String name, int partitions) {
        return TopicSettings.reports(name, partitions, configuration.replication(), configuration.minInsyncReplicas());
    }

    private void make(Admin admin, TopicSettings topic) throws ExecutionException, InterruptedException {
        NewTopic made = new NewTopic(topic.name(), topic.partitions(), configuration.replication())
                .configs(topic.creationConfig());
        try {
            admin.createTopics(List.of(made)).all().get();
            LOG.infof("Made the topic %s", topic.name());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static List<String> compare(Admin admin, List<TopicSettings> settings)
            throws ExecutionException, InterruptedException {
        List<String> names = settings.stream().map(TopicSettings::name).toList();
        var described = admin.describeTopics(names).allTopicNames().get();
        var configs = admin.describeConfigs(names.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get();
        return settings.stream()
                .flatMap(topic -> topic
                        .differences(
                                described.get(topic.name()).partitions().size(),
                                described.get(topic.name()).partitions().stream()
                                        .mapToInt(partition ->
                                                partition.replicas().size())
                                        .min()
                                        .orElse(0),
                                configs
                                        .get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
                                        .entries()
                                        .stream()
                                        .collect(toMap(ConfigEntry::name, ConfigEntry::value)))
                        .stream())
                .toList();
    }
}
