package io.huizong.aggregation.rollup;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.rollup.arithmetic.Cell;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Scope;

/** Reads rollups. */
@ApplicationScoped
public class RollupReader {

    private static final String CODES = """
            select id.jurisdiction from RollupRow
            where id.generation = :generation and id.period = :period and id.jurisdiction in\s""";
    private static final String CELLS = """
            select id.jurisdiction, scope, cells from RollupRow
            where id.generation = :generation and id.period = :period and id.jurisdiction in\s""";

    private final StatelessSession session;
    private final RollupRows rows;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    RollupReader(StatelessSession session, RollupRows rows, DivisionTree tree, IndicatorCatalog catalog) {
        this.session = session;
        this.rows = rows;
        this.tree = tree;
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
     * The jurisdiction and those below it that have children and a rollup, level by level. Below a jurisdiction without a
     * rollup there is none.
     *
     * @param wanted those for which it does not hold are left out, with all below them
     */
    @Transactional
    public List<Jurisdiction> parents(
            int generation, Period period, Jurisdiction above, Predicate<Jurisdiction> wanted) {
        List<Jurisdiction> found = new ArrayList<>();
        List<Jurisdiction> next = List.of(above);
        while (!next.isEmpty()) {
            List<Jurisdiction> asked = next.stream()
                    .filter(wanted)
                    .filter(one -> !tree.children(one).isEmpty())
                    .toList();
            Set<String> stored = Set.copyOf(
                    InList.select(asked.stream().map(Jurisdiction::code).toList(), in -> session.createSelectionQuery(
                                    CODES + in, String.class)
                            .setParameter("generation", generation)
                            .setParameter("period", period.toString())));
            List<Jurisdiction> there =
                    asked.stream().filter(one -> stored.contains(one.code())).toList();
            found.addAll(there);
            next = there.stream().flatMap(one -> tree.children(one).stream()).toList();
        }
        return found;
    }

    /**
     * Hands over the cells that show those indicators in the rollups of those jurisdictions, as rollups without counts;
     * missing rollups are skipped. Rows are read by their keys, some hundreds at a time.
     */
    @Transactional
    public void readCells(
            int generation,
            Period period,
            Collection<String> jurisdictions,
            Collection<Indicator> indicators,
            BiConsumer<String, Rollup> reader) {
        Set<String> codes = indicators.stream()
                .flatMap(one -> one.kind().isDerived() ? one.operands().stream() : Stream.of(one.code()))
                .collect(toSet());
        readCells(
                generation,
                period,
                jurisdictions,
                in -> session.createSelectionQuery(CELLS + in, Object[].class),
                cells -> CellsJson.read(cells, codes),
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
