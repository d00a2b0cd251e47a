package io.huizong.aggregation.offset;

import java.util.List;
import java.util.concurrent.ExecutionException;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
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

    private final KafkaClients clients;
    private final TopicConfiguration configuration;

    TopicSetup(KafkaClients clients, TopicConfiguration configuration) {
        this.clients = clients;
        this.configuration = configuration;
    }

    /**
     * Sentences on what is wrong with the topics; empty if nothing is.
     *
     * @param isTopicKnown whether the database has records of {@code reports}, so that the topic must be there
     * @throws IllegalStateException if that topic is gone
     * @throws ExecutionException if the brokers do not answer
     */
    public List<String> differences(boolean isTopicKnown) throws ExecutionException, InterruptedException {
        Admin admin = clients.admin();
        TopicSettings reports = TopicSettings.reports(configuration);
        TopicSettings changes = TopicSettings.rollupChanges(configuration);
        if (isTopicKnown && !admin.listTopics().names().get().contains(reports.name())) {
            throw new IllegalStateException(
                    "the topic %s is gone, and the database has records of it: restore it, or make an empty one by hand"
                            .formatted(reports.name()));
        }
        make(admin, reports);
        make(admin, changes);
        return compare(admin, List.of(reports, changes));
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
