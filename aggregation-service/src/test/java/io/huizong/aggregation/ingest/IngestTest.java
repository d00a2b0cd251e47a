package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.ownLevel;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.huizong.aggregation.ReportsTopicWriter.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import jakarta.inject.Inject;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.Reports;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.rollup.IndicatorView.FigureView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.SubmissionOutcome;
import io.huizong.aggregation.submission.SubmissionReader;
import io.huizong.aggregation.submission.SubmissionView;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Period;

/** What stands in the log is in the totals, once, whatever else stands there. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class IngestTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    @Inject
    ReportsTopicWriter log;

    @Inject
    Generations generations;

    @Inject
    SubmissionReader submissions;

    @Inject
    RollupReader rollups;

    @Inject
    DivisionTree tree;

    @Inject
    MeterRegistry meters;

    @Test
    void a_report_shows_in_every_jurisdiction_above() {
        publish(submitted(Reports.sample("530181009-2021")));

        assertThat(List.of("530181009", "530181", "5301", "53", "CN")).allSatisfy(code -> assertThat(
                        rollup(code, "2021").indicators().get(ARISEN).effective())
                .isEqualByComparingTo("124"));
        assertThat(rollup("53", "2021").reports()).isEqualTo(new RollupView.Reports(false, 1, 0));
        assertThat(rollup("530181009", "2021").reports().own()).isTrue();
    }

    @Test
    void the_same_event_twice_counts_once() {
        ReportSubmitted event = submitted(wholeArea("110101001", ARISEN, 7));

        log.publish(List.of(event, event));
        publish(event);
        publish(submitted(wholeArea("110101002", ARISEN, 1)));

        assertThat(effective("110101", ARISEN)).isEqualTo("8");
        assertThat(outcome(event).revision()).isEqualTo(1);
    }

    @Test
    void an_amendment_replaces_the_whole_report() {
        ReportSubmitted first = submitted(wholeArea("120101001", ARISEN, 7, "publicity.events", 3));
        ReportSubmitted second = submitted(wholeArea("120101001", ARISEN, 5, "petitions.received", 2));
        publish(first);
        publish(second);

        assertThat(effective("12", ARISEN)).isEqualTo("5");
        assertThat(effective("12", "petitions.received")).isEqualTo("2");
        assertThat(rollup("12").indicators()).doesNotContainKey("publicity.events");
        assertThat(outcome(second).revision()).isEqualTo(2);
        assertThat(outcome(second).replaced()).isEqualTo(first.submissionId());
    }

    @Test
    void another_scope_changes_what_stands_beside_the_subordinates() {
        publish(submitted(wholeArea("130102001", ARISEN, 10)));
        publish(submitted(wholeArea("130102", ARISEN, 100)));
        assertThat(effective("1301", ARISEN)).isEqualTo("100");

        publish(submitted(ownLevel("130102", ARISEN, 100)));

        assertThat(effective("1301", ARISEN)).isEqualTo("110");
        assertThat(((FigureView) rollup("130102").indicators().get(ARISEN)).gap())
                .isNull();
    }

    @Test
    void a_late_parent_report_replaces_the_sum_of_its_children() {
        publish(submitted(wholeArea("140105001", ARISEN, 10)));
        publish(submitted(wholeArea("140105002", ARISEN, 20)));
        publish(submitted(wholeArea("140105", ARISEN, 25)));

        FigureView county = (FigureView) rollup("140105").indicators().get(ARISEN);
        assertThat(county)
                .isEqualTo(new FigureView(
                        new BigDecimal("25"), new BigDecimal("25"), new BigDecimal("30"), new BigDecimal("-5"), 1, 0));
        assertThat(effective("14", ARISEN)).isEqualTo("25");
    }

    @Test
    void a_withdrawal_takes_everything_back() {
        ReportEvent withdrawal = withdrawn("150102001", "2022");
        publish(submitted(wholeArea("150102001", ARISEN, 10)));
        publish(withdrawal);

        assertThat(rollup("15").indicators()).isEmpty();
        assertThat(rollup("15").reports()).isEqualTo(new RollupView.Reports(false, 0, 0));
        assertThat(outcome(withdrawal).revision()).isEqualTo(2);
    }

    @Test
    void a_withdrawal_of_nothing_has_no_effect() {
        ReportEvent withdrawal = withdrawn("150103001", "2022");
        publish(withdrawal);

        assertThat(outcome(withdrawal).outcome()).isEqualTo(SubmissionOutcome.NO_EFFECT);
        assertThat(outcome(withdrawal).revision()).isNull();
    }

    @Test
    void an_unexpected_revision_is_a_conflict_and_changes_nothing() {
        ReportSubmitted first = submitted(wholeArea("210102001", ARISEN, 1), 0);
        ReportSubmitted tooLate = submitted(wholeArea("210102001", ARISEN, 2), 0);
        ReportSubmitted second = submitted(wholeArea("210102001", ARISEN, 3), 1);
        log.publish(List.of(first, tooLate, second));
        publish(second);

        assertThat(outcome(tooLate).outcome()).isEqualTo(SubmissionOutcome.CONFLICT);
        assertThat(outcome(second).revision()).isEqualTo(2);
        assertThat(effective("21", ARISEN)).isEqualTo("3");
    }

    @Test
    void what_submissions_came_to_is_counted_when_it_is_committed() {
        double applied = counted("applied");
        double conflicts = counted("conflict");

        ReportSubmitted first = submitted(wholeArea("230102001", ARISEN, 1), 0);
        log.publish(List.of(first, submitted(wholeArea("230102001", ARISEN, 2), 0), first));
        publish(submitted(wholeArea("230102001", ARISEN, 3), 1));

        eventually().untilAsserted(() -> {
            assertThat(counted("applied") - applied).isEqualTo(2);
            assertThat(counted("conflict") - conflicts).isEqualTo(1);
        });
    }

    private double counted(String outcome) {
        return meters.get("huizong.submission.outcomes")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private void publish(ReportEvent event) {
        log.publish(event);
        eventually().until(() -> submissions
                .find(generations.answering(), event.submissionId())
                .isPresent());
    }

    private SubmissionView outcome(ReportEvent event) {
        return submissions.find(generations.answering(), event.submissionId()).orElseThrow();
    }

    private RollupView rollup(String code) {
        return rollup(code, "2022");
    }

    private RollupView rollup(String code, String period) {
        return rollups.read(
                generations.answering(), new RollupKey(tree.get(code).orElseThrow(), Period.parse(period)));
    }

    private String effective(String code, String indicator) {
        return rollup(code).indicators().get(indicator).effective().toPlainString();
    }
}
