package io.huizong.system.stored;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.huizong.local.Stage;
import io.huizong.system.history.Place;

/** What a new reader of the topic of changed rollups comes to hold. */
public final class ChangesTopic {

    private ChangesTopic() {}

    /** The last value of each key; keys whose last record is a tombstone are left out. */
    public static Map<Place, String> read(Stage stage) {
        Map<Place, String> held = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stage.servers().kafka()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(stage.changes(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> {
                    String[] key = record.key().split("/");
                    Place place = new Place(key[0], key[1]);
                    if (record.value() == null) {
                        held.remove(place);
                    } else {
                        held.put(place, new String(record.value(), StandardCharsets.UTF_8));
                    }
                });
            }
        }
        return held;
    }
}
