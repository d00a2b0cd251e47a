package io.huizong.system.dashboard;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.Indicator;
import io.huizong.local.count.PeriodReports;
import io.huizong.local.count.SubmittedReport;
import io.huizong.local.samples.SampleFile;
import io.huizong.system.DemoPair;

/** What the files of a year say, generated and real: counted without the services. */
final class GeneratedYear {

    private static final int DIGITS_OF_A_COUNTY = 6;

    private final Map<String, String> parents;
    private final IndependentCount count;
    private final Indicator rate;

    private GeneratedYear(Map<String, String> parents, IndependentCount count, Indicator rate) {
        this.parents = parents;
        this.count = count;
        this.rate = rate;
    }

    /** @param rate the indicator that is looked at */
    static GeneratedYear read(DemoPair demo, String year, Indicator rate) throws IOException {
        Map<String, String> parents = demo.parents();
        PeriodReports reports = new PeriodReports(parents);
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(DemoPair.generated(year))) {
            put(reports, new SubmittedReport(json.readTree(line)));
        }
        demo.real().stream()
                .map(SampleFile::report)
                .flatMap(Optional::stream)
                .filter(report -> report.period().equals(year) && parents.containsKey(report.jurisdiction()))
                .forEach(report -> put(reports, report));
        return new GeneratedYear(parents, reports.count(List.of(rate)), rate);
    }

    private static void put(PeriodReports reports, SubmittedReport report) {
        reports.put(report.jurisdiction(), report);
    }

    /** The county with the lowest rate: the first by code where several have it. */
    String lowestCounty() {
        return parents.keySet().stream()
                .filter(code ->
                        code.length() == DIGITS_OF_A_COUNTY && rate(code).isPresent())
                .min(Comparator.comparing((String code) -> rate(code).orElseThrow())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** The rate of a jurisdiction in percent. */
    Optional<BigDecimal> rate(String code) {
        return Optional.ofNullable(count.cells(code).get(rate.code())).map(cell -> cell.get("effective"));
    }
}
