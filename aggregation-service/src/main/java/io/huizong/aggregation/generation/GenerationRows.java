package io.huizong.aggregation.generation;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

@ApplicationScoped
class GenerationRows implements PanacheRepositoryBase<GenerationRow, Integer> {

    private static final String KNOWN = """
            select number, state, divisions, divisions_edition, indicators, indicators_edition, rules
            from generation where number > 0""";
    private static final String IN_ORDER = " order by number";

    /** A generation, without the kinds of its indicators. */
    record Known(int number, GenerationState state, GenerationFiles files) {

        /** Whether its files are not known yet: it is new. */
        boolean isUnclaimed() {
            return files.divisions() == null;
        }

        private static Known of(Object[] row) {
            return new Known(
                    ((Number) row[0]).intValue(),
                    GenerationState.valueOf((String) row[1]),
                    GenerationFiles.stored(
                            (String) row[2], integer(row[3]), (String) row[4], integer(row[5]), integer(row[6])));
        }

        private static Integer integer(Object value) {
            return value == null ? null : ((Number) value).intValue();
        }
    }

    /** All of them, in the order of their numbers. */
    List<Known> known() {
        return known(KNOWN + IN_ORDER);
    }

    /** All of them, kept as they are until the transaction ends. */
    List<Known> lockShared() {
        // What MySQL and MariaDB both read: the word for it in later MySQL, FOR SHARE, is unknown to MariaDB.
        return known(KNOWN + IN_ORDER + " lock in share mode");
    }

    private List<Known> known(String query) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(query, Object[].class).list().stream()
                .map(Known::of)
                .toList();
    }

    /** All of them, locked until the transaction ends: nobody begins to apply anything meanwhile. */
    List<GenerationRow> lockAll() {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select * from generation where number > 0 order by number for update", GenerationRow.class)
                .list();
    }

    /** Whether a generation has ended; it stays so until the transaction ends. */
    boolean keepEnded(int generation) {
        return known(KNOWN + " and number = " + generation + " lock in share mode").stream()
                .anyMatch(known -> known.state() == GenerationState.ENDED);
    }

    /** Ends those whose place another took before that time: nobody answers from them any more. */
    void endRetired(Instant before) {
        update(
                "state = ?1 where state = ?2 and retiredAt < ?3",
                GenerationState.ENDED,
                GenerationState.RETIRED,
                before);
    }

    /** Numbers of those that ended. */
    List<Integer> ended() {
        return known().stream()
                .filter(known -> known.state() == GenerationState.ENDED)
                .map(Known::number)
                .toList();
    }

    /** Removes a generation that has no rows any more, but not the newest: that its number is taken says that it ended. */
    boolean removeUnlessNewest(int generation) {
        return count("number > ?1", generation) > 0 && deleteById(generation);
    }

    /** Removes up to so many of a generation's rows from a table, and says how many. */
    int removeSome(String table, int generation, int limit) {
        return getEntityManager()
                .createNativeQuery("delete from " + table + " where generation = :generation limit " + limit)
                .setParameter("generation", generation)
                .executeUpdate();
    }
}
