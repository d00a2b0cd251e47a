package io.huizong.aggregation.query.http;

import java.sql.Statement;
import java.util.function.IntFunction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

import io.huizong.aggregation.generation.Generations;

/** Lets all reads of one answer see one state of the database, whatever is applied meanwhile. */
@ApplicationScoped
public class ConsistentRead {

    private final EntityManager entities;
    private final Generations generations;

    ConsistentRead(EntityManager entities, Generations generations) {
        this.entities = entities;
        this.generations = generations;
    }

    /** What the reads give, from the number of the generation that answers. The transaction has read nothing before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T of(IntFunction<T> reads) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                // Holds for this transaction only, which begins with the first row that is read.
                statement.execute("set transaction isolation level repeatable read");
            }
        });
        return reads.apply(generations.answering());
    }
}
