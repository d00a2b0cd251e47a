package io.huizong.intake.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import io.huizong.commons.security.JurisdictionClaim;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.Origin;
import io.huizong.contract.indicator.IndicatorCatalog;

/** A submission over which we fail is counted as one. */
class FailedSubmissionTest {

    private static final byte[] REPORT = """
            {"jurisdiction": "530181", "period": "2021", "figures": {"petitions.visits": 1}}""".getBytes(UTF_8);

    @Test
    void a_submission_that_breaks_on_its_way_to_the_log_has_failed() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        // Without a publisher each submission fails.
        Submissions submissions = new Submissions(
                DivisionTree.bundled(),
                IndicatorCatalog.bundled(),
                null,
                new SubmissionMetrics(meters),
                Clock.systemDefaultZone());

        assertThatThrownBy(() -> submissions.submit(
                        REPORT, new Sender(Origin.of("kunming"), new JurisdictionClaim(Set.of("CN")))))
                .isInstanceOf(NullPointerException.class);
        assertThat(meters.get("huizong.submissions")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
    }
}
