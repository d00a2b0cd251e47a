package io.huizong.aggregation.rollup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Scope;

/** Reads rollups. */
@ApplicationScoped
public class RollupReader {

    private static final String CELLS = """
            select id.jurisdiction, scope, cells from RollupRow
            where id.generation = :generation and id.period = :period and id.jurisdiction in\s""";

    private final StatelessSession session;
    private final RollupRows rows;
    private final IndicatorCatalog catalog;

    RollupReader(StatelessSession session, RollupRows rows, IndicatorCatalog catalog) {
        this.session = session;
        this.rows = rows;
        this.catalog = catalog;
    }

    /** The rollup of that key in that generation; empty, at version 0, if nothing was reported yet. */
    // A single statement; a transaction would add four more.
    @Transactional(Transactional.TxType.SUPPORTS)
    public RollupView read(int generation, RollupKey key) {
        return view(
                generation, key, rows.read(GenerationKey.of(generation, key)).orElse(null));
    }

    /** The rollups of those keys in their order; empty ones, at version 0, where nothing was reported yet. */
    @Transactional
    public List<RollupView> read(int generation, List<RollupKey> keys) {
        Map<GenerationKey, RollupRow> stored = rows.read(
                keys.stream().map(key -> GenerationKey.of(generation, key)).toList());
        return keys.stream()
                .map(key -> view(generation, key, stored.get(GenerationKey.of(generation, key))))
                .toList();
    }

    private RollupView view(int generation, RollupKey key, RollupRow row) {
        return row == null
                ? RollupView.empty(key, generation, 0)
                : RollupView.of(key, generation, row.rollup(), catalog);
    }

    /**
     * Hands over the cells of those indicators in the rollups of those jurisdictions, as rollups without counts; missing
     * rollups are skipped. Rows are read by their keys, some hundreds at a time.
     */
    @Transactional
    public void readCells(
            int generation,
            Period period,
            Collection<String> jurisdictions,
            Collection<String> indicators,
            BiConsumer<String, Rollup> reader) {
        readCells(
                generation,
                period,
                jurisdictions,
                in -> session.createSelectionQuery(CELLS + in, Object[].class),
                cells -> CellsJson.read(cells, indicators),
                reader);
    }

    /** Likewise all cells of those whose own report covers the whole area. */
    @Transactional
    public void readWholeAreas(
            int generation, Period period, Collection<String> jurisdictions, BiConsumer<String, Rollup> reader) {
        readCells(
                generation,
                period,
                jurisdictions,
                in -> session.createSelectionQuery(CELLS + in + " and scope = :scope", Object[].class)
                        .setParameter("scope", Scope.WHOLE_AREA),
                CellsJson::read,
                reader);
    }

    private static void readCells(
            int generation,
            Period period,
            Collection<String> jurisdictions,
            Function<String, SelectionQuery<Object[]>> query,
            Function<String, Map<String, Cell>> cells,
            BiConsumer<String, Rollup> reader) {
        InList.forEach(
                jurisdictions,
                in -> query.apply(in).setParameter("generation", generation).setParameter("period", period.toString()),
                row -> reader.accept(
                        (String) row[0], new Rollup((Scope) row[1], true, 0, 0, 0, cells.apply((String) row[2]))));
    }
}
