package io.huizong.benchmarks.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Topics as the services make theirs. */
public final class Topics {

    private static final int PARTITIONS = 12;

    private Topics() {}

    /** Makes a topic that is not there yet. */
    public static void make(String kafka, String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }
}
