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

    private static final String REST = """
            update publication set rests_until = timestampadd(microsecond, :rest, utc_timestamp(6))
            where topic = 'rollup-changes'""";

    private final EntityManager database;

    OutboxLease(EntityManager database) {
        this.database = database;
    }

    /**
     * Takes the turn and keeps it until the transaction ends, unless another instance has it or all rest.
     *
     * @return how long to wait before asking again; zero if this has the turn
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Duration take() {
        List<?> left = database.createNativeQuery(TAKE).getResultList();
        if (left.isEmpty()) {
            return ANOTHER_HAS_IT;
        }
        Duration rest = Duration.of(((Number) left.get(0)).longValue(), ChronoUnit.MICROS);
        // The database's clock was set back meanwhile.
        return rest.compareTo(MAX_REST) > 0 ? Duration.ZERO : rest;
    }

    /**
     * Lets all instances rest from now on, once the transaction that has the turn is committed.
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
