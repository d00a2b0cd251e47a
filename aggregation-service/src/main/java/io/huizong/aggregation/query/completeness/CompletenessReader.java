package io.huizong.aggregation.query.completeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.ReportReader;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/** Compares those that are to report with those that did. */
@ApplicationScoped
public class CompletenessReader {

    private final DivisionTree tree;
    private final ReportReader reports;
    private final DueDates dueDates;

    CompletenessReader(DivisionTree tree, ReportReader reports, DueDates dueDates) {
        this.tree = tree;
        this.reports = reports;
        this.dueDates = dueDates;
    }

    /** That of the place's jurisdiction and all below it. Reads a range of one period's rows, which are small. */
    public Completeness read(int generation, RollupKey place) {
        List<Jurisdiction> covered = new ArrayList<>();
        collect(place.jurisdiction(), covered);
        Map<String, Instant> accepted = reports.firstAccepted(generation, place.period(), codes(covered));
        Map<Level, Count> counts = new EnumMap<>(Level.class);
        List<ExpectedReport> expected = new ArrayList<>();
        for (Jurisdiction jurisdiction : covered) {
            Count count = counts.computeIfAbsent(jurisdiction.level(), level -> new Count());
            Instant at = accepted.get(jurisdiction.code());
            if (jurisdiction.reports() && jurisdiction.existsIn(place.period().year())) {
                ReportingStatus status = status(jurisdiction, place, at);
                expected.add(new ExpectedReport(jurisdiction, status, at));
                count.byStatus.merge(status, 1, Integer::sum);
            } else if (at != null) {
                count.unexpected++;
            }
        }
        return new Completeness(
                counts.entrySet().stream()
                        .map(count -> count.getValue().of(count.getKey(), dueDates, place))
                        .toList(),
                expected);
    }

    private void collect(Jurisdiction jurisdiction, List<Jurisdiction> covered) {
        covered.add(jurisdiction);
        tree.children(jurisdiction).forEach(child -> collect(child, covered));
    }

    private static List<String> codes(List<Jurisdiction> jurisdictions) {
        return jurisdictions.stream().map(Jurisdiction::code).toList();
    }

    private ReportingStatus status(Jurisdiction jurisdiction, RollupKey place, Instant accepted) {
        if (accepted == null) {
            return ReportingStatus.MISSING;
        }
        return dueDates.isOnTime(jurisdiction.level(), place.period(), accepted)
                ? ReportingStatus.ON_TIME
                : ReportingStatus.LATE;
    }

    private static final class Count {

        private final Map<ReportingStatus, Integer> byStatus = new EnumMap<>(ReportingStatus.class);
        private int unexpected;

        LevelCount of(Level level, DueDates dueDates, RollupKey place) {
            int onTime = byStatus.getOrDefault(ReportingStatus.ON_TIME, 0);
            int late = byStatus.getOrDefault(ReportingStatus.LATE, 0);
            int missing = byStatus.getOrDefault(ReportingStatus.MISSING, 0);
            return new LevelCount(
                    level,
                    dueDates.of(level, place.period()),
                    onTime + late + missing,
                    onTime + late,
                    onTime,
                    late,
                    missing,
                    unexpected);
        }
    }
}
