package io.huizong.system.history;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

/** The cells that {@code GET /rollups} must show in one period, by the independent count of local-stack. */
public final class CountedRollup {

    private static final ReportEventCodec CODEC = new ReportEventCodec();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final IndependentCount count;

    /** Of the reports of that period that the tree knows. */
    public CountedRollup(DivisionTree tree, IndicatorCatalog catalog, String period, Map<Place, Report> current) {
        List<Indicator> indicators = catalog.all().stream()
                .map(known -> Indicator.of(known.code(), known.kind().name(), known.of() == null ? "" : known.of()))
                .toList();
        Map<String, String> parents = new HashMap<>();
        Map<String, SubmittedReport> reports = new HashMap<>();
        for (Map.Entry<Place, Report> entry : current.entrySet()) {
            Place place = entry.getKey();
            if (place.period().equals(period) && NotCounted.ofPlace(place, tree).isEmpty()) {
                reports.put(place.jurisdiction(), submitted(entry.getValue()));
                for (var code = tree.get(place.jurisdiction()).orElseThrow();
                        code.parent() != null;
                        code = tree.get(code.parent()).orElseThrow()) {
                    parents.put(code.code(), code.parent());
                }
            }
        }
        count = new IndependentCount(indicators, parents, reports);
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

    /** By indicator and the name of the number. */
    public Map<String, Map<String, BigDecimal>> cells(String jurisdiction) {
        return count.cells(jurisdiction).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, cell -> normal(cell.getValue())));
    }

    private static Map<String, BigDecimal> normal(Map<String, BigDecimal> cell) {
        Map<String, BigDecimal> normal = new HashMap<>();
        cell.forEach((name, value) -> normal.put(name, value == null ? null : value.stripTrailingZeros()));
        return normal;
    }
}
