package io.huizong.aggregation.rollup;

import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.place.PlaceRows;

@ApplicationScoped
class RollupRows extends PlaceRows<RollupRow> {

    RollupRows() {
        super("""
                insert into rollup (generation, period, jurisdiction, version, own_has_figures, reports,
                                    reports_without_figures, cells)
                values (?, ?, ?, 0, false, 0, 0, '{}')
                on duplicate key update version = version""", row -> row.id);
    }
}
