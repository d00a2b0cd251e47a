package io.huizong.aggregation.rollup;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Scope;

/** Reads where reports on whole areas differ from the sum of the reports below. */
@ApplicationScoped
public class GapReader {

    private static final String CELLS = """
            select id.jurisdiction, cells from RollupRow
            where id.generation = :generation and id.period = :period and scope = :scope
            and id.jurisdiction in\s""";

    private final StatelessSession session;
    private final ReportedTree reported;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    GapReader(StatelessSession session, ReportedTree reported, DivisionTree tree, IndicatorCatalog catalog) {
        this.session = session;
        this.reported = reported;
        this.tree = tree;
        this.catalog = catalog;
    }

    /**
     * The gaps of a jurisdiction and all below it, in their order. Reads one period's rollups of jurisdictions with
     * children: their number does not grow with that of the reports.
     *
     * @param after only those after it; null for all
     * @param wanted which of them count
     * @param limit the most gaps to read
     */
    @Transactional
    public List<Gap> read(
            int generation,
            Jurisdiction above,
            Period period,
            Gap.Position after,
            Predicate<Gap.Position> wanted,
            int limit) {
        TreeMap<Gap.Position, Gap> first = new TreeMap<>();
        List<String> parents = reported.parents(generation, period, above, one -> true).stream()
                .map(Jurisdiction::code)
                .toList();
        gaps(generation, period, parents, gap -> {
            Gap.Position position = gap.position();
            if (wanted.test(position) && (after == null || position.compareTo(after) > 0)) {
                first.put(position, gap);
                if (first.size() > limit) {
                    first.pollLastEntry();
                }
            }
        });
        return List.copyOf(first.values());
    }

    private void gaps(int generation, Period period, Collection<String> jurisdictions, Consumer<Gap> reader) {
        InList.forEach(
                jurisdictions,
                in -> session.createSelectionQuery(CELLS + in, Object[].class)
                        .setParameter("generation", generation)
                        .setParameter("period", period.toString())
                        .setParameter("scope", Scope.WHOLE_AREA),
                row -> gaps((String) row[0], (String) row[1], reader));
    }

    private void gaps(String code, String cells, Consumer<Gap> reader) {
        Rollup rollup = new Rollup(Scope.WHOLE_AREA, true, 0, 0, 0, CellsJson.read(cells));
        Subject subject = Subject.of(tree.get(code).orElseThrow());
        for (String indicator : rollup.cells().keySet()) {
            catalog.get(indicator)
                    .filter(figure -> figure.kind().hasGap())
                    .flatMap(figure -> gap(subject, figure, rollup))
                    .ifPresent(reader);
        }
    }

    private static Optional<Gap> gap(Subject subject, Indicator indicator, Rollup rollup) {
        return FigureView.of(indicator, rollup)
                .filter(figure -> figure.gap() != null && figure.gap().signum() != 0)
                .map(figure -> new Gap(subject, indicator.code(), figure.gap(), figure.own(), figure.subordinates()));
    }
}
