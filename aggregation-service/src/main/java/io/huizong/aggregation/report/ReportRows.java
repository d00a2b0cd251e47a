package io.huizong.aggregation.report;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.bulk.Upsert;
import io.huizong.aggregation.bulk.Values;
import io.huizong.aggregation.place.PlaceRows;

@ApplicationScoped
class ReportRows extends PlaceRows<ReportRow> {

    private static final String MAKE = """
            insert into report (generation, period, jurisdiction, revision) values (?, ?, ?, 0)
            on duplicate key update revision = revision""";
    private static final String WRITE = """
            insert into report (generation, period, jurisdiction, revision, current, warned, first_accepted_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on duplicate key update revision = values(revision), current = values(current), warned = values(warned),
                first_accepted_at = values(first_accepted_at)""";

    ReportRows() {
        super(ReportRow.class, row -> row.id, MAKE, new Upsert<>(WRITE, ReportRows::bind));
    }

    private static void bind(PreparedStatement upsert, ReportRow row) throws SQLException {
        row.id.bind(upsert);
        upsert.setInt(4, row.revision);
        upsert.setBytes(5, Values.binary(row.current));
        upsert.setBoolean(6, row.warned);
        upsert.setObject(7, Values.utc(row.firstAcceptedAt));
    }
}
