package io.huizong.aggregation.report;

import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.place.PlaceRows;

@ApplicationScoped
class ReportRows extends PlaceRows<ReportRow> {

    ReportRows() {
        super("""
                insert into report (generation, period, jurisdiction, revision) values (?, ?, ?, 0)
                on duplicate key update revision = revision""", row -> row.id);
    }
}
