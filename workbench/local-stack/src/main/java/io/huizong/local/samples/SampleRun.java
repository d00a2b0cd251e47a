package io.huizong.local.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.Indicator;
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
        List<SubmittedReport> applied = new Submissions(client, findings).submit(files);
        List<Indicator> catalog = catalog();
        Map<String, SubmittedPeriod> periods = byPeriod(applied);
        BlockPrinter printer = new BlockPrinter(catalog, out);
        for (Map.Entry<String, SubmittedPeriod> entry : periods.entrySet()) {
            check(entry.getKey(), entry.getValue(), catalog, printer);
        }
        printer.finish();
        return List.copyOf(findings);
    }

    private void check(String period, SubmittedPeriod submitted, List<Indicator> catalog, BlockPrinter printer)
            throws IOException {
        IndependentCount count = submitted.count(catalog);
        Map<Place, JsonNode> fetched = new HashMap<>();
        List<String> differences = new ArrayList<>();
        int others = 0;
        for (Chain chain : submitted.chains()) {
            for (Place place : chain.places()) {
                if (!fetched.containsKey(place)) {
                    RollupKey key = new RollupKey(place, period);
                    JsonNode rollup = client.rollup(place.code(), period);
                    fetched.put(place, rollup);
                    differences.addAll(Comparison.differences(key, rollup, count));
                    others = Math.max(others, Comparison.others(key, rollup, count));
                }
            }
            printer.print(period, chain.above(), fetched);
        }
        if (others > 0) {
            findings.add("Of %s the database holds reports that were not submitted now (%d); totals differ for that."
                    .formatted(period, others));
        }
        findings.addAll(differences);
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
