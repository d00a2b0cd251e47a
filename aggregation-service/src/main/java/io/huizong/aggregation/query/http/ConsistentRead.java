package io.huizong.aggregation.query.http;

import java.sql.Statement;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/** Lets all reads of one answer see one state of the database, whatever is applied meanwhile. */
@ApplicationScoped
public class ConsistentRead {

    private final EntityManager entities;

    ConsistentRead(EntityManager entities) {
        this.entities = entities;
    }

    /** What the questions answer; nothing may have been read in the transaction before. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T of(Supplier<T> questions) {
        entities.unwrap(Session.class).doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                // Holds for this transaction only, which begins with the first row that is read.
                statement.execute("set transaction isolation level repeatable read");
            }
        });
        return questions.get();
    }
}
