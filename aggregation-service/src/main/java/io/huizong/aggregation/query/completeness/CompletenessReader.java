package io.huizong.aggregation.query.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.query.completeness.Completeness.Item;
import io.huizong.aggregation.query.completeness.Completeness.LevelCount;
import io.huizong.aggregation.query.completeness.Completeness.ReportingStatus;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.ReportReader;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/** Compares those that are to report with those that did. */
@ApplicationScoped
class CompletenessReader {

    private final DivisionTree tree;
    private final ReportReader reports;
    private final DueDates dueDates;

    CompletenessReader(DivisionTree tree, ReportReader reports, DueDates dueDates) {
        this.tree = tree;
        this.reports = reports;
        this.dueDates = dueDates;
    }

    /** That of the key's jurisdiction and all below it. Reads a range of one period's rows, which are small. */
    Completeness read(int generation, RollupKey key) {
        List<Jurisdiction> covered = new ArrayList<>();
        collect(key.jurisdiction(), covered);
        Map<String, Instant> accepted = reports.firstAccepted(
                generation,
                key.period(),
                covered.stream().map(Jurisdiction::code).toList());
        Map<Level, Count> counts = new EnumMap<>(Level.class);
        List<Item> expected = new ArrayList<>();
        for (Jurisdiction jurisdiction : covered) {
            Count count = counts.computeIfAbsent(jurisdiction.level(), level -> new Count());
            Instant at = accepted.get(jurisdiction.code());
            if (jurisdiction.reports() && jurisdiction.existsIn(key.period().year())) {
                ReportingStatus status = status(jurisdiction, key, at);
                expected.add(new Item(Subject.of(jurisdiction), parent(jurisdiction), status, at));
                count.byStatus.merge(status, 1, Integer::sum);
            } else if (at != null) {
                count.unexpected++;
            }
        }
        List<LevelCount> levels = new ArrayList<>();
        counts.forEach((level, count) -> levels.add(count.of(level, dueDates, key)));
        return new Completeness(levels, expected);
    }

    private void collect(Jurisdiction jurisdiction, List<Jurisdiction> covered) {
        covered.add(jurisdiction);
        tree.children(jurisdiction).forEach(child -> collect(child, covered));
    }

    private Subject parent(Jurisdiction jurisdiction) {
        return tree.ancestors(jurisdiction).stream()
                .findFirst()
                .map(Subject::of)
                .orElse(null);
    }

    private ReportingStatus status(Jurisdiction jurisdiction, RollupKey key, Instant accepted) {
        if (accepted == null) {
            return ReportingStatus.MISSING;
        }
        return dueDates.isOnTime(jurisdiction.level(), key.period(), accepted)
                ? ReportingStatus.ON_TIME
                : ReportingStatus.LATE;
    }

    private static final class Count {

        private final Map<ReportingStatus, Integer> byStatus = new EnumMap<>(ReportingStatus.class);
        private int unexpected;

        LevelCount of(Level level, DueDates dueDates, RollupKey key) {
            int onTime = byStatus.getOrDefault(ReportingStatus.ON_TIME, 0);
            int late = byStatus.getOrDefault(ReportingStatus.LATE, 0);
            int missing = byStatus.getOrDefault(ReportingStatus.MISSING, 0);
            return new LevelCount(
                    level,
                    dueDates.of(level, key.period()),
                    onTime + late + missing,
                    onTime + late,
                    onTime,
                    late,
                    missing,
                    unexpected);
        }
    }
}
