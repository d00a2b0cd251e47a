package io.huizong.aggregation.rollup;

import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
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
    // A single statement; a transaction would add four more.
    @Transactional(Transactional.TxType.SUPPORTS)
    public RollupView read(int generation, RollupKey place) {
        return rows.read(GenerationKey.of(generation, place))
                .map(row -> RollupView.of(place, generation, row.rollup(), catalog))
                .orElseGet(() -> RollupView.empty(place, generation, 0));
    }

    /** The rollups of those places in their order; empty ones, at version 0, where nothing was reported yet. */
    @Transactional
    public List<RollupView> read(int generation, List<RollupKey> places) {
        Map<GenerationKey, RollupRow> stored = rows.read(places.stream()
                .map(place -> GenerationKey.of(generation, place))
                .toList());
        return places.stream()
                .map(place -> {
                    RollupRow row = stored.get(GenerationKey.of(generation, place));
                    return row == null
                            ? RollupView.empty(place, generation, 0)
                            : RollupView.of(place, generation, row.rollup(), catalog);
                })
                .toList();
    }
}
