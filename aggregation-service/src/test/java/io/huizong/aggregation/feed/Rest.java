package io.huizong.aggregation.feed;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The rest that all instances have after a share. */
@Dependent
class Rest {

    private final EntityManager database;

    Rest(EntityManager database) {
        this.database = database;
    }

    /** Lets them go on at once. */
    @Transactional
    public void end() {
        database.createNativeQuery("update publication set rests_until = null").executeUpdate();
    }

    /** Leaves what a rest looks like whose end lies an hour ahead. */
    @Transactional
    public void leaveAnHour() {
        database.createNativeQuery("update publication set rests_until = timestampadd(hour, 1, utc_timestamp(6))")
                .executeUpdate();
    }
}
