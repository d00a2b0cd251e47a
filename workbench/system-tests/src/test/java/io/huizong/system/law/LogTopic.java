package io.huizong.system.law;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** The topic of the log, as those see it who run the brokers. */
final class LogTopic implements AutoCloseable {

    static final int PARTITIONS = 12;

    // Else the broker refuses a time in microseconds, as it does from Kafka 4 on; a log from before may hold some.
    private static final Map<String, String> ANY_TIMESTAMP =
            Map.of("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));

    private static final Map<String, String> CONFIG = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "min.insync.replicas", "1",
            "unclean.leader.election.enable", "false");

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String name;
    private final Admin admin;

    LogTopic(String name, String servers) {
        this.name = name;
        this.admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    /** Lets records have any time. */
    void takeAnyTimestamp() throws ExecutionException, InterruptedException {
        Collection<AlterConfigOp> changes = ANY_TIMESTAMP.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, name), changes))
                .all()
                .get();
    }

    /** The id that Kafka gave it. */
    String id() throws ExecutionException, InterruptedException {
        return admin.describeTopics(List.of(name))
                .allTopicNames()
                .get()
                .get(name)
                .topicId()
                .toString();
    }

    /** The last stable offset of each partition that has any record, or marker. */
    Map<Integer, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, PARTITIONS)
                .boxed()
                .collect(toMap(partition -> new TopicPartition(name, partition), partition -> OffsetSpec.latest()));
        Map<Integer, Long> ends = new HashMap<>();
        admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, end) -> {
                    if (end.offset() > 0) {
                        ends.put(partition.partition(), end.offset());
                    }
                });
        return ends;
    }

    void delete() throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(name)).all().get();
    }

    /**
     * Makes it anew, empty, under another id. Returns when the broker takes records of all partitions: from a producer that it
     * does not know it accepts a second batch though it refused the first, and then never the first.
     */
    void make() {
        Map<String, String> config = new HashMap<>(CONFIG);
        config.putAll(ANY_TIMESTAMP);
        NewTopic topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.of((short) 1)).configs(config);
        // The broker may still be busy with the end of the one before.
        await("the topic to be made anew")
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> {
                    admin.createTopics(List.of(topic)).all().get();
                    return true;
                });
        await("the broker to lead all partitions")
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> ends().isEmpty());
    }

    @Override
    public void close() {
        admin.close();
    }
}
