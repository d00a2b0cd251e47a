package io.huizong.aggregation.changes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * The right to publish, which one transaction of all instances has at a time. It is a lock that only publishers take, and
 * they take it first: nobody who applies reports ever waits for a broker.
 */
@ApplicationScoped
class Turn {

    private final EntityManager database;

    Turn(EntityManager database) {
        this.database = database;
    }

    /** Waits for the turn and keeps it until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take() {
        database.createNativeQuery("select topic from publication where topic = 'rollup-changes' for update")
                .getSingleResult();
    }
}
