package io.huizong.aggregation.rollup;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.place.PlaceId;
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

    /** Keys of the rows that another generation has and that one has not. */
    List<PlaceId> missing(int generation, int predecessor) {
        return find("""
                select before.id from RollupRow before where before.id.generation = ?2 and not exists (
                    select 1 from RollupRow now where now.id.generation = ?1 and now.id.period = before.id.period
                    and now.id.jurisdiction = before.id.jurisdiction)""", generation, predecessor).project(PlaceId.class).list();
    }
}
