package io.huizong.system.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import io.huizong.system.history.Differences;
import io.huizong.system.history.Place;
import io.huizong.system.history.Rollup;
import io.huizong.system.stored.StoredTables;

/** Whether the tables hold what they must: outcomes, revisions, every cell, every version, and the lists of what is set aside. */
final class StoredVerdict {

    private final Expectation expected;
    private final String when;

    StoredVerdict(Expectation expected, String when) {
        this.expected = expected;
        this.when = when;
    }

    void assertRight(Connection connection, String log) throws SQLException {
        StoredTables stored = new StoredTables(connection);
        assertSame("submissions", expected.history().outcomes(), stored.outcomes());
        assertSame("reports", expected.history().revisions(), stored.revisions());
        assertSame("unreadable records", expected.unreadableIds(), stored.unreadable(log));
        assertSame("what is not counted", expected.uncounted(), stored.uncounted());
        Map<Place, Rollup> rollups = stored.rollups();
        rollups.values().removeIf(Rollup::isEmpty);
        assertSame("rollups", expected.rollups().byPlace(), rollups);
        assertSame("versions", expected.rollups().versions(), stored.versions());
    }

    private <K, V> void assertSame(String what, Map<K, V> right, Map<K, V> found) {
        assertThat(Differences.between(right, found)).as("%s, %s", what, when).isEmpty();
    }
}
