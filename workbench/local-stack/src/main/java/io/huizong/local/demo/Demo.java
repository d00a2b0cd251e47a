package io.huizong.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.huizong.local.count.Indicator;
import io.huizong.local.count.SubmittedReport;

/**
 * The reports of 云南省 for the years 2019 to 2023, made up from a fixed seed. The years lead up to 2024, which is left to
 * the real reports: five, because a trend wants some, and each of them over, so that there can be reports of it.
 */
public final class Demo {

    /** Code of the province. */
    public static final String PROVINCE = "53";

    /** The first year. */
    public static final int FIRST_YEAR = 2019;

    /** The last year. */
    public static final int LAST_YEAR = 2023;

    private static final Path CONTRACT = Path.of("report-contract/src/main/resources/io/huizong/contract");

    private final Province province;
    private final Map<String, List<SubmittedReport>> years;

    private Demo(Province province, Map<String, List<SubmittedReport>> years) {
        this.province = province;
        this.years = years;
    }

    /**
     * Makes the reports up.
     *
     * @param checkout the folder that holds the modules, for the division tree and the catalog
     * @param real reports whose places get no other one for their period
     */
    public static Demo of(Path checkout, Collection<SubmittedReport> real) throws IOException {
        Province province = Province.read(checkout.resolve(CONTRACT).resolve("divisions.csv.gz"), PROVINCE);
        ReportMaker maker = ReportMaker.of(province, catalog(checkout));
        Map<String, List<SubmittedReport>> years = new LinkedHashMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            List<SubmittedReport> reports = maker.reports(year).stream()
                    .map(SubmittedReport::new)
                    .filter(report -> real.stream().noneMatch(report::hasPlaceOf))
                    .toList();
            years.put(Integer.toString(year), reports);
        }
        return new Demo(province, years);
    }

    static List<Indicator> catalog(Path checkout) throws IOException {
        List<Indicator> catalog = new ArrayList<>();
        for (Map<String, String> row : Csv.file(checkout.resolve(CONTRACT).resolve("indicators.csv"))) {
            catalog.add(Indicator.of(row.get("code"), row.get("kind"), row.get("of")));
        }
        return catalog;
    }

    /** The reports of each year, in the order of the years. */
    public Map<String, List<SubmittedReport>> years() {
        return years;
    }

    /** The code directly above each code of the province. */
    public Map<String, String> parents() {
        return province.parents();
    }

    /** Writes the reports of each year to a file such as 2021.ndjson, a report a line. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, List<SubmittedReport>> year : years.entrySet()) {
            List<String> lines =
                    year.getValue().stream().map(SubmittedReport::text).toList();
            Files.write(folder.resolve(year.getKey() + ".ndjson"), lines);
        }
    }
}
