package io.huizong.aggregation.generation;

import java.sql.Connection;
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

    /**
     * What shows that a migration had begun, and how it is taken back.
     *
     * @param column null for a table that it makes
     */
    private record Trace(String table, String column, String undo) {

        static List<Trace> tables(String... tables) {
            return Stream.of(tables)
                    .map(table -> new Trace(table, null, "drop table " + table))
                    .toList();
        }

        static List<Trace> columns(String table, String... columns) {
            return Stream.of(columns).map(column -> column(table, column)).toList();
        }

        static Trace column(String table, String column) {
            return new Trace(table, column, "alter table %s drop column %s".formatted(table, column));
        }
    }

    /** By version; a migration that is not here can be run again as it is. */
    private static final Map<String, List<Trace>> TRACES = Map.of(
            "1",
            Trace.tables(
                    "generation",
                    "log_position",
                    "submission_key",
                    "report",
                    "submission",
                    "dead_letter",
                    "rollup",
                    "publication"),
            "2",
            Trace.columns("log_position", "applied_through"),
            "3",
            Trace.columns("publication", "rests_until"),
            "4",
            Trace.columns("generation", "divisions_edition", "indicators_edition", "rules", "kinds"),
            "5",
            List.of(new Trace(
                    "submission_key",
                    "jurisdiction",
                    "alter table submission_key drop primary key, drop column jurisdiction, drop column period,"
                            + " add primary key (generation, client, idempotency_key, body_line)")),
            "6",
            Trace.columns("submission", "log_id"),
            "7",
            Trace.tables("uncounted"),
            "8",
            Trace.tables("unreadable"),
            "9",
            Stream.concat(
                            Stream.of(Trace.column("log_position", "lost_at")),
                            TableStamps.TABLES.stream().map(table -> Trace.column(table, "stamp")))
                    .toList(),
            "10",
            Trace.columns("publication", "topic_id"));

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
        try (Statement statement = context.getConnection().createStatement()) {
            for (Trace trace : TRACES.getOrDefault(version, List.of())) {
                if (isThere(context.getConnection(), trace)) {
                    statement.execute(trace.undo());
                }
            }
        } catch (SQLException e) {
            throw new FlywayException("what migration " + version + " has left cannot be taken back", e);
        }
    }

    private static boolean isThere(Connection connection, Trace trace) throws SQLException {
        try (ResultSet columns =
                connection.getMetaData().getColumns(connection.getCatalog(), null, trace.table(), trace.column())) {
            return columns.next();
        }
    }

    @Override
    public String getCallbackName() {
        return "broken-off-migration";
    }
}
