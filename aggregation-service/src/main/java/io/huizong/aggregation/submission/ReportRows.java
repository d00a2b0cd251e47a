package io.huizong.aggregation.submission;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.persistence.LockedRows;
import io.huizong.aggregation.persistence.RowStatement;
import io.huizong.aggregation.persistence.Values;

@ApplicationScoped
class ReportRows extends LockedRows<ReportRow> {

    private static final String MAKE = """
            insert into report (generation, period, jurisdiction, revision) values (?, ?, ?, 0)
            on duplicate key update revision = revision""";
    private static final String WRITE = """
            insert into report (generation, period, jurisdiction, revision, current, warned, first_accepted_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update revision = values(revision), current = values(current), warned = values(warned),
                first_accepted_at = values(first_accepted_at)""";

    ReportRows() {
        super(ReportRow.class, row -> row.id, MAKE, new RowStatement<>(WRITE, ReportRows::bind));
    }

    private static void bind(PreparedStatement upsert, ReportRow row) throws SQLException {
        row.id.bind(upsert);
        upsert.setInt(4, row.revision);
        upsert.setBytes(5, Values.binary(row.current));
        upsert.setBoolean(6, row.warned);
        upsert.setObject(7, Values.utc(row.firstAcceptedAt));
    }
}
