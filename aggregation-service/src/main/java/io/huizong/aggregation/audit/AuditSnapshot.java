package io.huizong.aggregation.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * One snapshot of the database, however long reading takes and whatever is written meanwhile. Holds a connection
 * until it is closed.
 */
final class AuditSnapshot implements AutoCloseable {

    // One lookup in an index for each: "distinct" would make MariaDB read all rollups before the first is compared.
    private static final String NEXT_PERIOD = """
            select min(period) from (
                select min(period) as period from report where generation = ? and period > ?
                union all
                select min(period) from rollup where generation = ? and period > ?) p""";
    private static final String PLACES = """
            select p.jurisdiction, coalesce(r.revision, 0) as revisions, r.current is not null as has_report, s.report,
                   u.version, u.scope, u.own_has_figures, u.reports, u.reports_without_figures, u.cells
            from (select jurisdiction from report where generation = ? and period = ?
                  union
                  select jurisdiction from rollup where generation = ? and period = ?) p
            left join report r on r.generation = ? and r.period = ? and r.jurisdiction = p.jurisdiction
            left join submission s on s.generation = ? and s.submission_id = r.current
                and s.jurisdiction = r.jurisdiction and s.period = r.period
            left join rollup u on u.generation = ? and u.period = ? and u.jurisdiction = p.jurisdiction""";

    private final Connection connection;

    private AuditSnapshot(Connection connection) {
        this.connection = connection;
    }

    static AuditSnapshot of(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute(connection, "start transaction with consistent snapshot, read only");
            return new AuditSnapshot(connection);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * The first period after that one with a report or a rollup; null if there is none.
     *
     * @param period empty to begin
     */
    String periodAfter(int generation, String period) throws SQLException {
        try (PreparedStatement statement = prepare(NEXT_PERIOD, generation, period, generation, period);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** Every jurisdiction with a report or a rollup in the period; in no order. */
    void places(int generation, String period, Consumer<StoredState> reader) throws SQLException {
        try (PreparedStatement statement = prepare(
                PLACES, generation, period, generation, period, generation, period, generation, generation, period)) {
            // Row by row: Connector/J reads all rows into memory otherwise.
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(place(rows));
                }
            }
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
        return statement;
    }

    private static StoredState place(ResultSet row) throws SQLException {
        return new StoredState(
                row.getString("jurisdiction"),
                row.getLong("revisions"),
                row.getBoolean("has_report"),
                row.getString("report"),
                row.getObject("version") == null
                        ? null
                        : new StoredState.StoredRollup(
                                row.getLong("version"),
                                row.getString("scope"),
                                row.getBoolean("own_has_figures"),
                                row.getInt("reports"),
                                row.getInt("reports_without_figures"),
                                row.getString("cells")));
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            execute(connection, "rollback");
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
