package io.huizong.benchmarks.load;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** Reports from all over the country with thirty figures each, the same number for each, which no rule objects to. */
public final class NationalReports {

    private static final int FIGURES = 30;
    private static final Instant TIME = Instant.parse("2025-01-20T08:00:00Z");

    private final DivisionTree tree = DivisionTree.bundled();
    // As the intake gives them: rows are stored in their order, so random ones would cost more.
    private final NoArgGenerator submissionIds = Generators.timeBasedEpochGenerator();
    private final List<String> indicators = IndicatorCatalog.bundled().all().stream()
            .filter(indicator -> indicator.kind() == IndicatorKind.COUNT)
            .limit(FIGURES)
            .map(Indicator::code)
            .toList();

    /** The indicators of each report. */
    public List<String> indicators() {
        return indicators;
    }

    /** Everyone but the nation itself: townships, counties, prefectures and provinces. */
    public List<String> everyone() {
        return codes(jurisdiction -> jurisdiction.level() != Level.NATION);
    }

    /** So many townships, from everywhere. */
    public List<String> townships(int count) {
        List<String> all = codes(jurisdiction -> jurisdiction.level() == Level.TOWNSHIP);
        int step = all.size() / count;
        return IntStream.range(0, count)
                .mapToObj(number -> all.get(number * step))
                .toList();
    }

    /** The provinces. */
    public List<String> provinces() {
        return codes(jurisdiction -> jurisdiction.level() == Level.PROVINCE);
    }

    private List<String> codes(Predicate<Jurisdiction> wanted) {
        return tree.all().stream().filter(wanted).map(Jurisdiction::code).toList();
    }

    /** A report as its sender writes it. */
    public String json(String jurisdiction, String period, long value) {
        return indicators.stream()
                .map(indicator -> "\"%s\":%d".formatted(indicator, value))
                .collect(joining(
                        ",",
                        "{\"jurisdiction\":\"%s\",\"period\":\"%s\",\"figures\":{".formatted(jurisdiction, period),
                        "}}"));
    }

    /** Reports of those jurisdictions as the intake writes them into the log, each with other figures. */
    public List<ReportEvent> events(List<String> jurisdictions, int year) {
        return IntStream.range(0, jurisdictions.size())
                .mapToObj(number -> event(jurisdictions.get(number), year, number))
                .toList();
    }

    private ReportEvent event(String jurisdiction, int year, long value) {
        LinkedHashMap<String, Figure> figures = indicators.stream()
                .collect(toMap(code -> code, code -> Figure.exact(value), (one, other) -> one, LinkedHashMap::new));
        Report report = new Report(
                jurisdiction, Period.parse(Integer.toString(year)), Scope.WHOLE_AREA, figures, null, null, null, null);
        return new ReportSubmitted(submissionIds.generate(), TIME, report, Origin.of("benchmark"), null, List.of());
    }
}
