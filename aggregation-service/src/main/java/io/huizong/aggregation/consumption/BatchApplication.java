package io.huizong.aggregation.consumption;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.report.LoggedEvent;
import io.huizong.aggregation.report.ReportWriter;
import io.huizong.aggregation.rollup.RollupWriter;
import io.huizong.aggregation.rollup.arithmetic.Fold;
import io.huizong.aggregation.rollup.arithmetic.OwnReport;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Report;

/** Applies events to the current reports and to the rollups: all of a batch in one transaction. */
@ApplicationScoped
class BatchApplication {

    private final Generations generations;
    private final ReportWriter reports;
    private final RollupWriter rollups;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    BatchApplication(
            Generations generations,
            ReportWriter reports,
            RollupWriter rollups,
            DivisionTree tree,
            IndicatorCatalog catalog) {
        this.generations = generations;
        this.reports = reports;
        this.rollups = rollups;
        this.tree = tree;
        this.catalog = catalog;
    }

    /** Applies those events, in their order, dropping those that are applied already. */
    @Transactional
    void apply(List<LoggedEvent> events) {
        int generation = generations.serving();
        Map<Place, Optional<Report>> changed = reports.apply(generation, events);
        Fold fold = new Fold(tree, catalog);
        changed.forEach((place, report) -> fold.replaceOwn(
                place, report.map(current -> OwnReport.of(current, catalog)).orElse(null)));
        rollups.apply(generation, fold);
    }
}
