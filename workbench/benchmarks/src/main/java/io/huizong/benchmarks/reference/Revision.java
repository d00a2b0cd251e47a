package io.huizong.benchmarks.reference;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * A report with its place among those of the same key.
 *
 * @param number from 1
 */
record Revision(LoggedReport report, int number) {

    void bind(PreparedStatement row) throws SQLException {
        row.setBytes(1, report.submissionId());
        row.setString(2, report.key().jurisdiction());
        row.setString(3, report.key().period());
        row.setInt(4, number);
        row.setString(5, report.client());
        row.setObject(6, report.submittedAt());
        row.setInt(7, report.from().partition());
        row.setLong(8, report.from().offset());
        row.setString(9, report.report().toString());
    }

    void bindCurrent(PreparedStatement row) throws SQLException {
        row.setString(1, report.key().period());
        row.setString(2, report.key().jurisdiction());
        row.setInt(3, number);
        row.setBytes(4, report.submissionId());
    }
}
