package io.huizong.aggregation.feed;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * The right to publish, which one transaction of all instances has at a time, and nobody while all rest. It is a lock that
 * only publishers take, and they take it first: nobody who applies reports ever waits for a broker.
 */
@ApplicationScoped
class OutboxLease {

    /** No rest is longer. */
    static final Duration MAX_REST = Duration.ofSeconds(2);

    /** How long to leave an instance alone that publishes just now. */
    static final Duration ANOTHER_HAS_IT = Duration.ofMillis(100);

    private static final String TAKE = """
            select coalesce(greatest(timestampdiff(microsecond, utc_timestamp(6), rests_until), 0), 0)
            from publication where topic = 'rollup-changes' for update skip locked""";
    private static final String TOPIC = "select coalesce(topic_id, '') from publication where topic = 'rollup-changes'";
    private static final String WRITE_TOPIC = "update publication set topic_id = :id where topic = 'rollup-changes'";
    private static final String IS_THERE = "select count(*) from publication where topic = 'rollup-changes'";
    private static final String MAKE = "insert ignore into publication (topic) values ('rollup-changes')";
    private static final String REST = """
            update publication set rests_until = timestampadd(microsecond, :rest, utc_timestamp(6))
            where topic = 'rollup-changes'""";

    private final EntityManager database;

    OutboxLease(EntityManager database) {
        this.database = database;
    }

    /**
     * Takes the lease until the transaction ends, unless another instance has it or all pause.
     *
     * @return how long to wait before the next try; zero if this instance has the lease
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Duration take() {
        List<?> left = lock();
        if (left.isEmpty()) {
            return ANOTHER_HAS_IT;
        }
        Duration rest = Duration.of(((Number) left.get(0)).longValue(), ChronoUnit.MICROS);
        // The database's clock was set back meanwhile.
        return rest.compareTo(MAX_REST) > 0 ? Duration.ZERO : rest;
    }

    /** The id of the topic that is published to; empty if it is unknown, so that the topic may lack anything. */
    @Transactional
    public String topicId() {
        List<?> found = database.createNativeQuery(TOPIC, String.class).getResultList();
        return found.isEmpty() ? "" : (String) found.get(0);
    }

    /** Writes down the id of the topic that is published to; null for unknown. */
    @Transactional
    public void writeTopicId(String id) {
        database.createNativeQuery(WRITE_TOPIC).setParameter("id", id).executeUpdate();
    }

    /** Takes the lease though all rest; false if another instance has it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean takeThoughAllRest() {
        return !lock().isEmpty();
    }

    /** The microseconds that all still rest; empty if another instance has the lock. Somebody may have emptied the table. */
    private List<?> lock() {
        List<?> left = database.createNativeQuery(TAKE).getResultList();
        if (left.isEmpty() && ((Number) database.createNativeQuery(IS_THERE).getSingleResult()).longValue() == 0) {
            database.createNativeQuery(MAKE).executeUpdate();
        }
        return left;
    }

    /**
     * Lets all instances pause, once the transaction with the lease is committed.
     *
     * @param rest how long, at most {@link #MAX_REST}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void rest(Duration rest) {
        database.createNativeQuery(REST)
                .setParameter("rest", rest.toNanos() / 1_000)
                .executeUpdate();
    }
}
