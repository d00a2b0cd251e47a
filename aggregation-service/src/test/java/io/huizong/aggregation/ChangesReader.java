package io.huizong.aggregation;

import static io.restassured.RestAssured.given;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.huizong.commons.topic.TopicConfiguration;
import io.huizong.local.LocalIssuer;

/** Reads what a new reader of the topic would, and what REST and the database say to compare it with. */
@ApplicationScoped
public class ChangesReader {

    private final TopicConfiguration topics;
    private final EntityManager database;
    private final TopicRecords topic;

    ChangesReader(TopicConfiguration topics, EntityManager database, TopicRecords topic) {
        this.topics = topics;
        this.database = database;
        this.topic = topic;
    }

    /** All records from the beginning. */
    public List<ConsumerRecord<String, byte[]>> records() {
        return topic.of(topics.rollupChanges());
    }

    /** The last value of each key; null for a tombstone. */
    public Map<String, String> current() {
        Map<String, String> current = new HashMap<>();
        records()
                .forEach(record -> current.put(
                        record.key(),
                        record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8)));
        return current;
    }

    /** What {@code GET /rollups} shows under those keys. */
    public Map<String, String> shown(LocalIssuer issuer, Iterable<String> keys) {
        Map<String, String> shown = new HashMap<>();
        for (String key : keys) {
            String[] parts = key.split("/");
            shown.put(
                    key,
                    given().auth()
                            .oauth2(issuer.token("reader", Set.of("viewer"), Set.of()))
                            .get("/rollups/{code}/{period}", parts[0], parts[1])
                            .asString());
        }
        return shown;
    }

    /** The keys of all rollups that ever said anything. */
    @Transactional
    public List<String> keys() {
        List<?> keys = database.createNativeQuery(
                        "select concat(jurisdiction, '/', period) from rollup where version > 0", String.class)
                .getResultList();
        return keys.stream().map(String.class::cast).toList();
    }

    /** How many rollups carry a mark. */
    @Transactional
    public long marks() {
        return ((Number) database.createNativeQuery("select count(*) from rollup where unpublished is not null")
                        .getSingleResult())
                .longValue();
    }
}
