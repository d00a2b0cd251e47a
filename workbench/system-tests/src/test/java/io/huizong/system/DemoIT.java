package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.local.count.SubmittedReport;
import io.huizong.local.demo.Demo;
import io.huizong.local.demo.DemoRun;
import io.huizong.local.samples.BulkSubmission;

/**
 * What {@code ./run-local --demo} submits beside the real reports: the intake refuses none of it, and every total is what
 * an independent count of the files gives.
 */
class DemoIT {

    @RegisterExtension
    static final DemoPair DEMO = new DemoPair();

    @Test
    void every_generated_report_is_applied_and_every_total_is_what_the_files_give() {
        assertThat(DEMO.findings()).isEmpty();
        assertThat(DEMO.pair().rollup(Demo.PROVINCE, "2021").getInt("reports.subtree"))
                .isEqualTo(DEMO.demo().years().get("2021").size() + 1);
    }

    @Test
    void a_year_that_is_submitted_again_counts_once() throws IOException {
        List<SubmittedReport> year = DEMO.demo().years().get("2019");
        List<String> findings = new ArrayList<>();
        BulkSubmission submission =
                new BulkSubmission(DEMO.pair().client(DemoRun.SENDER), DemoRun.SENDER, said -> {}, findings);

        submission.post("2019", year);

        assertThat(submission.awaitApplied()).hasSameSizeAs(year);
        assertThat(findings).isEmpty();
        assertThat(DEMO.pair().viewer().get("/reports/53/2019").jsonPath().getInt("revision"))
                .isEqualTo(1);
    }
}
