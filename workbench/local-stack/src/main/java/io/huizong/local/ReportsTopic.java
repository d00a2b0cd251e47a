package io.huizong.local;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes a log as the aggregation service makes it, for an intake that runs without one. On one broker, with one replica. */
public final class ReportsTopic {

    /** As many as the services expect where nobody tells them. */
    public static final int PARTITIONS = 12;

    private static final Map<String, String> CONFIG = Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            "-1",
            "retention.bytes",
            "-1",
            "min.insync.replicas",
            "1",
            "unclean.leader.election.enable",
            "false");

    private ReportsTopic() {}

    /** Makes it if it is not there yet. */
    public static void make(String kafka, String name) {
        NewTopic topic = new NewTopic(name, PARTITIONS, (short) 1).configs(CONFIG);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + name + " cannot be made", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
