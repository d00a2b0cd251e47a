package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalIssuer;

/** Whatever goes wrong, no report, token or stack trace appears in an answer or in the log. */
@QuarkusTest
@WithTestResource(FormerCountyResource.class)
class LeakTest {

    private static final String SECRET = "只有报送单位知道的内容";

    LocalIssuer issuer;
    Intake intake;

    @Test
    void neither_an_answer_nor_the_log_gives_away_a_report_a_token_or_a_stack_trace() {
        List<String> tokens = List.of(
                issuer.token("kunming", Set.of("submitter"), Set.of("CN")),
                issuer.token("kunming", Set.of("submitter"), Set.of("11")),
                issuer.token("kunming", Set.of("viewer"), Set.of("CN")),
                issuer.expiredToken("kunming", Set.of("submitter"), Set.of("CN")),
                LocalIssuer.create().token("kunming", Set.of("submitter"), Set.of("CN")),
                "nonsense-" + SECRET.hashCode());
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (CapturedLog log = CapturedLog.open()) {
            for (String token : tokens) {
                for (String body : bodies()) {
                    answers.add(intake.post("/reports", body, token));
                }
            }
            for (RuleExample example : RuleExample.all()) {
                answers.add(intake.send("/reports", request -> Intake.bearing(tokens.get(0), request)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(example.bytes()))));
            }

            assertThat(log.text()).doesNotContain(SECRET, "petitions.visits", "\"figures\"", "Exception", "\tat ");
            tokens.forEach(token -> assertThat(log.text()).doesNotContain(token));
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.body()).doesNotContain("Exception", "\tat ", "io.huizong.", "jackson", SECRET + SECRET);
            tokens.forEach(token -> assertThat(answer.body()).doesNotContain(token));
        });
    }

    /** So that the test above can fail. */
    @Test
    void what_is_logged_is_captured() {
        try (CapturedLog log = CapturedLog.open()) {
            Logger.getLogger("any").errorf(new IllegalStateException("thrown"), "%s was told", SECRET);

            assertThat(log.text()).contains("any " + SECRET + " was told", "IllegalStateException");
        }
    }

    private static List<String> bodies() {
        String report = "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {\"petitions.visits\": 1},"
                + " \"remarks\": \"" + SECRET.repeat(20) + "\"}";
        return List.of(
                report,
                report.replace(": 1}", ": -1}"),
                report.replace(": 1}", ": 1"),
                report + report,
                report.replace("2021", SECRET),
                "[" + report + "]",
                report.replace("\"remarks\"", "\"petitions\": \"\\ud800\", \"remarks\""),
                " ".repeat(300_000) + report);
    }
}
