package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportWithdrawn;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.contract.report.Period;
import io.huizong.local.LocalIssuer;

/** A withdrawal is in the log when the sender hears so; one that is refused is told why and is not. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class WithdrawalTest {

    LocalIssuer issuer;
    PublishedRecords log;
    Intake intake;
    private String token;

    @BeforeEach
    void take_a_token() {
        token = issuer.token("yunnan", Set.of("submitter"), Set.of("53"));
    }

    @Test
    void a_withdrawal_is_in_the_log_when_it_is_accepted() throws UnreadableEventException {
        HttpResponse<String> response = intake.withdraw("530181009000/2021-Q4?expectedRevision=3", token);

        assertThat(response.statusCode()).isEqualTo(202);
        String id = Intake.json(response).get("submissionId").textValue();
        ReportWithdrawn event = (ReportWithdrawn) log.eventsOf(id).get(0);
        assertThat(event.jurisdiction()).isEqualTo("530181009");
        assertThat(event.period()).isEqualTo(Period.parse("2021-Q4"));
        assertThat(event.expectedRevision()).isEqualTo(3);
        assertThat(event.origin()).isEqualTo(Origin.of("yunnan"));
        assertThat(event.time()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    @Test
    void the_receipt_is_like_that_of_a_report() {
        HttpResponse<String> response = intake.withdraw("530181/2021", token);

        String id = Intake.json(response).get("submissionId").textValue();
        assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(response.headers().firstValue("Location")).hasValue("https://totals.example/submissions/" + id);
        assertThat(Intake.json(response).toString())
                .isEqualTo(("{\"submissionId\":\"%1$s\",\"jurisdiction\":\"530181\",\"period\":\"2021\","
                                + "\"warnings\":[],\"links\":{\"submission\":\"https://totals.example/submissions/%1$s\","
                                + "\"report\":\"https://totals.example/reports/530181/2021\","
                                + "\"rollup\":\"https://totals.example/rollups/530181/2021\"}}")
                        .formatted(id));
    }

    @ParameterizedTest
    @CsvSource({
        "539999/2021, jurisdiction.unknown, #/jurisdiction",
        "530181/2021-13, period.malformed, #/period",
        "530181/%E4%BA%8C, period.malformed, #/period",
        "530181/9999, period.not_begun, #/period",
        "530181/2021?expectedRevision=-1, expected_revision.out_of_range, #/expectedRevision",
        "530181/2021?expectedRevision=, expected_revision.out_of_range, #/expectedRevision",
        "530181/2021?expectedRevision=1&expectedRevision=2, field.type, #/expectedRevision",
        "530181/2021?expected=1, field.unknown, #/expected"
    })
    void a_bad_withdrawal_is_told_which_parameter_and_why(String place, String code, String pointer) {
        int before = log.records().size();

        HttpResponse<String> response = intake.withdraw(place, token);

        assertThat(response.statusCode()).isEqualTo(422);
        JsonNode problem = Problem.of(response);
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/code").textValue()).isEqualTo(code);
        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo(pointer);
        assertThat(log.records()).hasSize(before);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        HttpResponse<String> response = intake.withdraw("539999/2021-13?expectedRevision=x", token);

        assertThat(Problem.of(response).get("errors")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"110115/2021", "CN/2021", "110115/2021-13"})
    void a_report_outside_the_tokens_jurisdictions_cannot_be_withdrawn(String place) {
        int before = log.records().size();

        HttpResponse<String> response = intake.withdraw(place, token);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Problem.of(response).get("type").textValue()).isEqualTo("urn:huizong:problem:outside-jurisdictions");
        assertThat(log.records()).hasSize(before);
    }

    @Test
    void only_a_submitter_may_withdraw() {
        String viewer = issuer.token("c", Set.of("viewer", "admin"), Set.of("CN"));

        assertThat(intake.withdraw("530181/2021", null).statusCode()).isEqualTo(401);
        assertThat(intake.withdraw("530181/2021", viewer).statusCode()).isEqualTo(403);
    }
}
