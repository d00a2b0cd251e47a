package io.huizong.aggregation.generation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Takes back what a migration that was broken off has left, so that it can be run again: MySQL keeps each statement that
 * changes a table, whatever becomes of the next. Flyway makes it and calls it.
 */
public final class BrokenOffMigration implements Callback {

    private static final String THERE = """
            select count(*) from information_schema.columns
            where table_schema = database() and table_name = ? and (? is null or column_name = ?)""";

    /**
     * What shows that a migration had begun, and how it is taken back.
     *
     * @param column null for a table that it makes
     */
    private record Trace(String table, String column, String undo) {

        static Trace table(String table) {
            return new Trace(table, null, "drop table " + table);
        }

        static Trace column(String table, String column) {
            return new Trace(table, column, "alter table %s drop column %s".formatted(table, column));
        }
    }

    /** By version; a migration that is not here can be run again as it is. */
    private static final Map<String, List<Trace>> TRACES = Map.of(
            "1",
            List.of(
                            "generation",
                            "log_position",
                            "submission_key",
                            "report",
                            "submission",
                            "dead_letter",
                            "rollup",
                            "publication")
                    .stream()
                    .map(Trace::table)
                    .toList(),
            "2",
            List.of(Trace.column("log_position", "applied_through")),
            "3",
            List.of(Trace.column("publication", "rests_until")),
            "4",
            List.of("divisions_edition", "indicators_edition", "rules", "kinds").stream()
                    .map(column -> Trace.column("generation", column))
                    .toList(),
            "5",
            List.of(new Trace(
                    "submission_key",
                    "jurisdiction",
                    "alter table submission_key drop primary key, drop column jurisdiction, drop column period,"
                            + " add primary key (generation, client, idempotency_key, body_line)")),
            "6",
            List.of(Trace.column("submission", "log_id")),
            "7",
            List.of(Trace.table("uncounted")),
            "8",
            List.of(Trace.table("unreadable")),
            "9",
            Stream.concat(
                            Stream.of(Trace.column("log_position", "lost_at")),
                            TableStamps.TABLES.stream().map(table -> Trace.column(table, "stamp")))
                    .toList(),
            "10",
            List.of(Trace.column("publication", "topic_id")));

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        String version = String.valueOf(context.getMigrationInfo().getVersion());
        try {
            for (Trace trace : TRACES.getOrDefault(version, List.of())) {
                takeBack(context.getConnection(), trace);
            }
        } catch (SQLException e) {
            throw new FlywayException("what migration " + version + " has left cannot be taken back", e);
        }
    }

    private static void takeBack(Connection connection, Trace trace) throws SQLException {
        if (isThere(connection, trace)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(trace.undo());
            }
        }
    }

    private static boolean isThere(Connection connection, Trace trace) throws SQLException {
        try (PreparedStatement there = connection.prepareStatement(THERE)) {
            there.setString(1, trace.table());
            there.setString(2, trace.column());
            there.setString(3, trace.column());
            try (ResultSet rows = there.executeQuery()) {
                rows.next();
                return rows.getInt(1) > 0;
            }
        }
    }

    @Override
    public String getCallbackName() {
        return "broken-off-migration";
    }
}
