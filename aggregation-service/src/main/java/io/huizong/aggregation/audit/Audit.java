package io.huizong.aggregation.audit;

import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.aggregation.generation.Generations;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * Recomputes all totals from the current reports by code of its own and lists where they differ. Reads one snapshot
 * of the database without locks, so that applying continues meanwhile.
 */
@ApplicationScoped
class Audit {

    private final DataSource database;
    private final Generations generations;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final ObjectMapper json;

    Audit(
            DataSource database,
            Generations generations,
            DivisionTree tree,
            IndicatorCatalog catalog,
            ObjectMapper json) {
        this.database = database;
        this.generations = generations;
        this.tree = tree;
        this.catalog = catalog;
        this.json = json;
    }

    /**
     * The result of an audit.
     *
     * @param differences how many cells differ; 0 if all totals are right
     * @param rollups how many rollups were compared
     * @param reports the current reports from which they were recomputed
     */
    record Summary(long differences, long rollups, long reports) {}

    /** Audits the generation that this instance answers from, period by period; differences are handed over as they are found. */
    Summary run(Consumer<CellDifference> reader) {
        LongAdder differences = new LongAdder();
        LongAdder rollups = new LongAdder();
        LongAdder reports = new LongAdder();
        try (AuditSnapshot snapshot = AuditSnapshot.of(database)) {
            int generation = generations.answering();
            String period = snapshot.periodAfter(generation, "");
            while (period != null) {
                PeriodAudit audit = new PeriodAudit(period, tree, catalog, json, difference -> {
                    differences.increment();
                    reader.accept(difference);
                });
                snapshot.places(generation, period, place -> {
                    rollups.add(place.rollup() == null ? 0 : 1);
                    reports.add(place.hasReport() ? 1 : 0);
                    audit.take(place);
                });
                audit.finish();
                period = snapshot.periodAfter(generation, period);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit could not read the database", e);
        }
        return new Summary(differences.sum(), rollups.sum(), reports.sum());
    }
}
