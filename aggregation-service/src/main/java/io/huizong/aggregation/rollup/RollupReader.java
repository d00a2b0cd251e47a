package io.huizong.aggregation.rollup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.place.PlaceId;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.indicator.IndicatorCatalog;

/** Reads rollups. */
@ApplicationScoped
public class RollupReader {

    private final RollupRows rows;
    private final IndicatorCatalog catalog;

    RollupReader(RollupRows rows, IndicatorCatalog catalog) {
        this.rows = rows;
        this.catalog = catalog;
    }

    /** The rollup of that place in that generation; empty, at version 0, if nothing was reported yet. */
    @Transactional
    public RollupView read(int generation, Place place) {
        return rows.findByIdOptional(PlaceId.of(generation, place))
                .map(row -> RollupView.of(place, row.version, row.rollup(), catalog))
                .orElseGet(() -> RollupView.of(place, 0, Rollup.empty(), catalog));
    }
}
