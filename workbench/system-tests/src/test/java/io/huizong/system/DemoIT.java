package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.local.count.Reports;
import io.huizong.local.count.SubmittedReport;
import io.huizong.local.demo.Demo;
import io.huizong.local.demo.DemoRun;
import io.huizong.local.samples.BulkSubmission;
import io.huizong.local.samples.SampleFile;
import io.huizong.local.samples.SampleRun;
import io.huizong.local.samples.ServicesClient;

/**
 * What {@code ./run-local --demo} submits beside the real reports: the intake refuses none of it, and every total is what
 * an independent count of the files gives.
 */
class DemoIT {

    private static final Path CHECKOUT = Path.of("../..");

    @RegisterExtension
    static final RunningPair PAIR = new RunningPair();

    private final List<String> said = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    @Test
    void every_generated_report_is_applied_and_every_total_is_what_the_files_give() throws IOException {
        Demo demo = demo();

        Map<String, Reports> applied = submit(demo);
        List<String> differences = new SampleRun(PAIR.client("local-submitter"), said::add).run(real(), applied);

        assertThat(findings).isEmpty();
        assertThat(differences).isEmpty();
        assertThat(PAIR.rollup(Demo.PROVINCE, "2021").getInt("reports.subtree"))
                .isEqualTo(demo.years().get("2021").size() + 1);
    }

    @Test
    void a_year_that_is_submitted_twice_counts_once() throws IOException {
        List<SubmittedReport> year = demo().years().get("2019");
        for (int i = 0; i < 2; i++) {
            BulkSubmission submission =
                    new BulkSubmission(PAIR.client(DemoRun.SENDER), DemoRun.SENDER, said::add, findings);
            submission.post("2019", year);
            assertThat(submission.awaitApplied()).hasSameSizeAs(year);
        }

        assertThat(findings).isEmpty();
        assertThat(PAIR.viewer().get("/reports/53/2019").jsonPath().getInt("revision"))
                .isEqualTo(1);
    }

    private static List<SampleFile> real() throws IOException {
        return SampleFile.allIn(CHECKOUT.resolve("docs/samples"));
    }

    private static Demo demo() throws IOException {
        return Demo.of(
                CHECKOUT,
                real().stream().flatMap(file -> file.report().stream()).toList());
    }

    private Map<String, Reports> submit(Demo demo) throws IOException {
        ServicesClient client = PAIR.client(DemoRun.SENDER);
        return new DemoRun(demo, client, said::add).submit(findings);
    }
}
