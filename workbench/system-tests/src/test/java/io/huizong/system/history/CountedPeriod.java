package io.huizong.system.history;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Report;
import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.Indicator;
import io.huizong.local.count.SubmittedReport;
import io.huizong.local.count.Tally;

/** The rollups of one period, by the independent count of local-stack. */
final class CountedPeriod {

    private static final ReportEventCodec CODEC = new ReportEventCodec();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String period;
    private final List<Indicator> indicators;
    private final Map<String, Report> reports = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final IndependentCount count;

    /** Of the reports of that period that the tree knows. */
    CountedPeriod(DivisionTree tree, IndicatorCatalog catalog, String period, Map<Place, Report> current) {
        this.period = period;
        indicators = catalog.all().stream()
                .map(known -> Indicator.of(known.code(), known.kind().name(), known.of() == null ? "" : known.of()))
                .toList();
        Map<String, SubmittedReport> submitted = new HashMap<>();
        for (Map.Entry<Place, Report> entry : current.entrySet()) {
            Place place = entry.getKey();
            if (place.period().equals(period) && NotCounted.ofPlace(place, tree).isEmpty()) {
                reports.put(place.jurisdiction(), entry.getValue());
                submitted.put(place.jurisdiction(), submitted(entry.getValue()));
                for (var code = tree.get(place.jurisdiction()).orElseThrow();
                        code.parent() != null;
                        code = tree.get(code.parent()).orElseThrow()) {
                    parents.put(code.code(), code.parent());
                }
            }
        }
        count = new IndependentCount(indicators, parents, submitted);
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

    /** Every rollup that has anything in it, as the table holds it. */
    Map<Place, Rollup> rollups() {
        return Stream.of(reports.keySet(), parents.keySet(), Set.copyOf(parents.values()))
                .flatMap(Set::stream)
                .distinct()
                .collect(toMap(code -> new Place(code, period), this::rollup));
    }

    private Rollup rollup(String code) {
        Report own = reports.get(code);
        Map<String, Rollup.Cell> cells = new HashMap<>();
        for (Indicator indicator : indicators) {
            Tally given = count.own(code, indicator).orElse(Tally.NONE);
            Tally subordinates = count.subordinates(code, indicator).orElse(Tally.NONE);
            Rollup.Cell cell = new Rollup.Cell(given, subordinates);
            if (!cell.isEmpty()) {
                cells.put(indicator.code(), cell);
            }
        }
        Map<String, BigDecimal> below = count.reports(code);
        return new Rollup(
                own == null ? null : own.scope().name(),
                own != null && own.hasFigures(),
                below.get("subtree").intValue(),
                below.get("withoutFigures").intValue(),
                cells);
    }

    /** The cells that {@code GET /rollups} must show, by indicator and the name of the number. */
    Map<String, Map<String, BigDecimal>> cells(String jurisdiction) {
        return count.cells(jurisdiction).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, cell -> normal(cell.getValue())));
    }

    private static Map<String, BigDecimal> normal(Map<String, BigDecimal> cell) {
        Map<String, BigDecimal> normal = new HashMap<>();
        cell.forEach((name, value) -> normal.put(name, value == null ? null : value.stripTrailingZeros()));
        return normal;
    }
}
