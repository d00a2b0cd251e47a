package io.huizong.local.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.Indicator;
import io.huizong.local.count.PeriodReports;
import io.huizong.local.count.SubmittedReport;
import io.huizong.local.samples.Chain.Place;

/** Submits files, prints the totals above them, and checks every one of them against the files. */
public final class SampleRun {

    private final ServicesClient client;
    private final Consumer<String> out;
    private final List<String> findings = new ArrayList<>();

    public SampleRun(ServicesClient client, Consumer<String> out) {
        this.client = client;
        this.out = out;
    }

    /** A sentence for each file that was not applied and each total that is wrong; none if all is well. */
    public List<String> run(List<SampleFile> files) throws IOException {
        return run(files, Map.of());
    }

    /**
     * The same where other reports are applied already; the totals above these are checked too.
     *
     * @param applied the other reports by period
     */
    public List<String> run(List<SampleFile> files, Map<String, PeriodReports> applied) throws IOException {
        Map<String, SubmittedPeriod> periods = byPeriod(new SampleSubmissions(client, findings).submit(files));
        applied.keySet().forEach(period -> periods.computeIfAbsent(period, none -> new SubmittedPeriod()));
        List<Indicator> catalog = catalog();
        BlockPrinter printer = new BlockPrinter(catalog, out);
        for (Map.Entry<String, SubmittedPeriod> entry : periods.entrySet()) {
            PeriodReports others = applied.getOrDefault(entry.getKey(), new PeriodReports(Map.of()));
            check(entry.getKey(), entry.getValue(), others, catalog, printer);
        }
        printer.finish();
        return List.copyOf(findings);
    }

    private void check(
            String period, SubmittedPeriod files, PeriodReports others, List<Indicator> catalog, BlockPrinter printer)
            throws IOException {
        IndependentCount ofFiles = files.reports().count(catalog);
        PeriodCheck check =
                new PeriodCheck(client, period, files.reports().and(others).count(catalog));
        for (Chain chain : files.chains()) {
            for (Place place : chain.places()) {
                check.rollup(place.code());
            }
            printer.print(check, chain.above(), ofFiles);
        }
        for (String code : others.above()) {
            check.rollup(code);
        }
        findings.addAll(check.findings());
    }

    private Map<String, SubmittedPeriod> byPeriod(List<SubmittedReport> applied) throws IOException {
        Map<String, SubmittedPeriod> periods = new LinkedHashMap<>();
        for (SubmittedReport report : applied) {
            Chain chain = Chain.of(client.jurisdiction(report.jurisdiction()));
            periods.computeIfAbsent(report.period(), period -> new SubmittedPeriod())
                    .put(chain, report);
        }
        return periods;
    }

    private List<Indicator> catalog() throws IOException {
        List<Indicator> catalog = new ArrayList<>();
        client.indicators()
                .forEach(entry -> catalog.add(Indicator.of(
                        entry.path("code").asText(),
                        entry.path("kind").asText(),
                        entry.path("of").asText(""))));
        return catalog;
    }
}
