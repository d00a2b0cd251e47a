package io.huizong.system.scaling;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** Reports of townships all over the country with thirty figures each. */
final class TownshipReports {

    private static final int FIGURES = 30;
    private static final Instant TIME = Instant.parse("2025-01-20T08:00:00Z");

    private final List<String> townships = DivisionTree.bundled().all().stream()
            .filter(jurisdiction -> jurisdiction.level() == Level.TOWNSHIP)
            .map(Jurisdiction::code)
            .toList();
    private final List<Indicator> indicators = IndicatorCatalog.bundled().all().stream()
            .filter(indicator -> indicator.kind().isReported())
            .limit(FIGURES)
            .toList();

    /** The first reports of that many townships for that year. */
    List<ReportEvent> first(int count, int year) {
        int step = townships.size() / count;
        return IntStream.range(0, count)
                .mapToObj(number -> event(townships.get(number * step), year, number))
                .toList();
    }

    private ReportEvent event(String township, int year, int number) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            figures.put(indicator.code(), Figure.exact(number + figures.size()));
        }
        Report report = new Report(
                township, Period.parse(Integer.toString(year)), Scope.WHOLE_AREA, figures, Map.of(), null, null, null);
        return new ReportSubmitted(UUID.randomUUID(), TIME, report, Origin.of("scaling"), null, List.of());
    }
}
