package io.huizong.benchmarks.load;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Years of the whole country as if they had been reported, written by SQL: thirty indicators in each rollup, a current
 * report and its submission for everyone. The figures are all the same; what matters is that there are as many rows, as wide.
 */
public final class StoredYears {

    private static final int BATCH = 1000;

    private static final String ROLLUP = """
            insert into rollup (generation, period, jurisdiction, version, scope, own_has_figures, reports,
                                reports_without_figures, cells)
            values (1, ?, ?, 1, 'WHOLE_AREA', true, 1, 0, ?)
            on duplicate key update version = version + 1, cells = values(cells)""";
    private static final String REPORT = """
            insert ignore into report (generation, period, jurisdiction, revision, current, first_accepted_at)
            select generation, period, jurisdiction, 1, unhex(md5(concat(jurisdiction, '/', period))), '2023-02-01'
            from rollup where generation = 1 and period = ?""";
    private static final String SUBMISSION = """
            insert ignore into submission (generation, submission_id, jurisdiction, period, kind, outcome, revision,
                                           client, submitted_at, log_partition, log_offset, report)
            select generation, current, jurisdiction, period, 'SUBMITTED', 'APPLIED', 1, 'benchmark',
                   first_accepted_at, 0, 0, ?
            from report where generation = 1 and period = ?""";

    private final NationalReports national;
    private final Connection connection;

    /** Years for that database, which has the tables already. */
    public StoredYears(NationalReports national, Connection connection) {
        this.national = national;
        this.connection = connection;
    }

    /** Writes one of the years. */
    public void write(int year) throws SQLException {
        connection.setAutoCommit(false);
        String period = Integer.toString(year);
        String cells = national.indicators().stream()
                .map("\"%s\":{\"own\":[123456,1,0],\"sub\":[12345,12,0]}"::formatted)
                .collect(joining(",", "{", "}"));
        try (PreparedStatement rollup = connection.prepareStatement(ROLLUP);
                PreparedStatement report = connection.prepareStatement(REPORT);
                PreparedStatement submission = connection.prepareStatement(SUBMISSION)) {
            List<String> jurisdictions = national.everyone();
            for (int row = 0; row < jurisdictions.size(); row++) {
                rollup.setString(1, period);
                rollup.setString(2, jurisdictions.get(row));
                rollup.setString(3, cells);
                rollup.addBatch();
                if ((row + 1) % BATCH == 0 || row + 1 == jurisdictions.size()) {
                    rollup.executeBatch();
                }
            }
            rollup.setString(1, period);
            rollup.setString(2, "CN");
            rollup.setString(3, cells);
            rollup.executeUpdate();
            report.setString(1, period);
            report.executeUpdate();
            submission.setString(1, national.json("110115107", period, 123456));
            submission.setString(2, period);
            submission.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Lets the database look at what it has now, as it does by itself in time. */
    public void analyze() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze table rollup, report, submission");
        }
    }
}
