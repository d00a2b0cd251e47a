package io.huizong.aggregation.offset;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.commons.topic.TopicSettings;

/**
 * Makes topics that never existed and compares existing ones with their settings. A topic that existed and is gone is
 * not made anew: an empty one would take its name and hide the loss.
 */
@ApplicationScoped
public class TopicSetup {

    private static final Logger LOG = Logger.getLogger(TopicSetup.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final BrokerAdmin brokers;
    private final TopicConfiguration configuration;

    TopicSetup(BrokerAdmin brokers, TopicConfiguration configuration) {
        this.brokers = brokers;
        this.configuration = configuration;
    }

    /**
     * Sentences on what is wrong with the topics; empty if nothing is.
     *
     * @param isLogKnown whether the database has seen the log, so that it must be there
     * @throws IllegalStateException if the log is gone, or is no topic that can be used yet
     * @throws ExecutionException if the brokers do not answer
     */
    public List<String> differences(boolean isLogKnown) throws ExecutionException, InterruptedException {
        Admin admin = brokers.get();
        TopicSettings reports = TopicSettings.reports(configuration);
        TopicSettings changes = TopicSettings.rollupChanges(configuration);
        if (isLogKnown && !admin.listTopics().names().get().contains(reports.name())) {
            throw gone(reports.name());
        }
        make(admin, reports);
        make(admin, changes);
        return compare(admin, List.of(reports, changes));
    }

    private static IllegalStateException gone(String topic) {
        return new IllegalStateException(
                "the topic %s is gone, and the database has records of it: restore it, or make an empty one by hand"
                        .formatted(topic));
    }

    /**
     * The id that Kafka gave the topic {@code reports} when it was made. A topic of the same name that was made later is
     * another log.
     *
     * @throws ExecutionException if the brokers do not answer
     * @throws TimeoutException if they do not answer for five seconds
     * @throws NoTopicException if they do not have the topic
     * @throws WrongPartitionsException if it has another number of partitions than it must
     */
    public String logId() throws ExecutionException, InterruptedException, TimeoutException {
        try {
            TopicDescription topic = brokers.get()
                    .describeTopics(List.of(configuration.reports()))
                    .allTopicNames()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .get(configuration.reports());
            if (topic.partitions().size() != configuration.partitions()) {
                throw new WrongPartitionsException(
                        topic.name(), topic.partitions().size(), configuration.partitions());
            }
            return topic.topicId().toString();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new NoTopicException(configuration.reports(), e);
            }
            throw e;
        }
    }

    private static void make(Admin admin, TopicSettings topic) throws ExecutionException, InterruptedException {
        try {
            admin.createTopics(List.of(topic.newTopic())).all().get();
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
                                described.get(topic.name()),
                                configs.get(new ConfigResource(ConfigResource.Type.TOPIC, topic.name())))
                        .stream())
                .toList();
    }
}
