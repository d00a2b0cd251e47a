package io.huizong.aggregation.rollup.arithmetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.SubmittedReport;

/**
 * What the totals must be, by the independent count of local-stack: from nothing but the current reports in JSON. It shares
 * no arithmetic with the code that it is there to check.
 */
public final class CountedTotals {

    private static final ReportEventCodec CODEC = new ReportEventCodec();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Map<Period, IndependentCount> counts = new HashMap<>();

    public CountedTotals(DivisionTree tree, Map<RollupKey, Report> current) {
        current.keySet().stream().map(RollupKey::period).distinct().forEach(period -> {
            Map<String, String> parents = new HashMap<>();
            Map<String, SubmittedReport> reports = new HashMap<>();
            current.forEach((key, report) -> {
                if (key.period().equals(period)) {
                    reports.put(key.jurisdiction().code(), submitted(report));
                    addParents(parents, key.jurisdiction(), tree);
                }
            });
            counts.put(period, new IndependentCount(List.of(), parents, reports));
        });
    }

    private static void addParents(Map<String, String> parents, Jurisdiction jurisdiction, DivisionTree tree) {
        Jurisdiction below = jurisdiction;
        for (Jurisdiction above : tree.ancestors(jurisdiction)) {
            parents.put(below.code(), above.code());
            below = above;
        }
    }

    private static SubmittedReport submitted(Report report) {
        ReportSubmitted event =
                new ReportSubmitted(new UUID(0, 0), Instant.EPOCH, report, Origin.of("count"), null, List.of());
        try {
            return new SubmittedReport(JSON.readTree(CODEC.encode(event).data()).path("report"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IndependentCount count(RollupKey key) {
        return counts.getOrDefault(key.period(), new IndependentCount(List.of(), Map.of(), Map.of()));
    }

    /** The cell that a rollup must hold. */
    public Cell cell(RollupKey key, Indicator indicator) {
        String code = key.jurisdiction().code();
        return new Cell(
                tally(count(key).own(code, counted(indicator))),
                tally(count(key).subordinates(code, counted(indicator))));
    }

    /** The effective value that a rollup must show. */
    public Tally effective(RollupKey key, Indicator indicator) {
        return tally(count(key).effective(key.jurisdiction().code(), counted(indicator)));
    }

    private static io.huizong.local.count.Indicator counted(Indicator indicator) {
        return io.huizong.local.count.Indicator.of(
                indicator.code(),
                indicator.kind().name(),
                Optional.ofNullable(indicator.of()).orElse(""));
    }

    private static Tally tally(Optional<io.huizong.local.count.Tally> counted) {
        return counted.map(tally -> new Tally(
                        tally.value(),
                        tally.denominator(),
                        tally.contributors(),
                        tally.estimated(),
                        tally.approximate()))
                .orElse(Tally.NONE);
    }

    /** How many current reports there are of the jurisdiction and all below it. */
    public int reports(RollupKey key) {
        return count(key).reports(key.jurisdiction().code()).get("subtree").intValue();
    }

    /** How many of those give no number at all. */
    public int withoutFigures(RollupKey key) {
        return count(key)
                .reports(key.jurisdiction().code())
                .get("withoutFigures")
                .intValue();
    }
}
