package io.huizong.local.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.huizong.local.count.PeriodReports;
import io.huizong.local.count.SubmittedReport;
import io.huizong.local.samples.BulkSubmission;
import io.huizong.local.samples.ServicesClient;

/** Submits the reports that were made up. */
public final class DemoRun {

    /** The client that submits them: everyone who asks who sent a report sees it. */
    public static final String SENDER = "run-local-demo";

    private final Demo demo;
    private final ServicesClient client;
    private final Consumer<String> out;

    /** @param client whose submitter is {@link #SENDER} */
    public DemoRun(Demo demo, ServicesClient client, Consumer<String> out) {
        this.demo = demo;
        this.client = client;
        this.out = out;
    }

    /**
     * Returns when all of them are applied, or something stands against it.
     *
     * @param findings gets a sentence for each report that was not applied
     * @return the applied reports by year
     */
    public Map<String, PeriodReports> submit(List<String> findings) throws IOException {
        BulkSubmission submission = new BulkSubmission(client, SENDER, out, findings);
        for (Map.Entry<String, List<SubmittedReport>> year : demo.years().entrySet()) {
            submission.post(year.getKey(), year.getValue());
        }
        Map<String, PeriodReports> applied = new LinkedHashMap<>();
        for (SubmittedReport report : submission.awaitApplied()) {
            applied.computeIfAbsent(report.period(), period -> new PeriodReports(demo.parents()))
                    .put(report.jurisdiction(), report);
        }
        return applied;
    }

    /** Prints the province's totals, year by year. */
    public void print() throws IOException {
        YearTable table = new YearTable();
        for (String year : demo.years().keySet()) {
            table.add(year, client.rollup(Demo.PROVINCE, year));
        }
        out.accept(table.text());
    }
}
