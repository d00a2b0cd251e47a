package io.huizong.aggregation.generation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

@ApplicationScoped
class GenerationRows implements PanacheRepositoryBase<GenerationRow, Integer> {

    Optional<GenerationRow> in(GenerationState state) {
        return find("state", state).singleResultOptional();
    }

    /** All of them, locked until the transaction ends: nobody begins to apply anything meanwhile. */
    List<GenerationRow> lockAll() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select * from generation order by number for update", GenerationRow.class)
                .list();
    }

    /** Number of the one in that state, if there is one; all are kept as they are until the transaction ends. */
    Optional<Integer> lockedIn(GenerationState state) {
        // What MySQL and MariaDB both read: the word for it in later MySQL, FOR SHARE, is unknown to MariaDB.
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select number, state from generation order by number lock in share mode", Object[].class)
                .list()
                .stream()
                .filter(row -> state.name().equals(row[1]))
                .map(row -> ((Number) row[0]).intValue())
                .findFirst();
    }

    /** Numbers of those that another took the place of before that time. */
    List<Integer> retiredBefore(Instant time) {
        return list("state = ?1 and retiredAt < ?2", GenerationState.RETIRED, time).stream()
                .map(row -> row.number)
                .toList();
    }

    /** Removes up to so many of a generation's rows from a table, and says how many. */
    int removeSome(String table, int generation, int most) {
        return getEntityManager()
                .createNativeQuery("delete from " + table + " where generation = :generation limit " + most)
                .setParameter("generation", generation)
                .executeUpdate();
    }
}
