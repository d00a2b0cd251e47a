package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.local.LocalIssuer;

/** A retry under the same idempotency key is the same submission. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class RetryTest {

    private static final String REPORT =
            "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {\"petitions.visits\": 124}}";
    private static final String SAME_REPORT =
            "{\"figures\": {\"petitions.visits\": 124.0}, \"period\": \"2021\", \"jurisdiction\": \"530181000000\"}";

    LocalIssuer issuer;
    PublishedRecords log;
    Intake intake;
    private String token;

    @BeforeEach
    void take_a_token() {
        token = issuer.token("kunming", Set.of("submitter"), Set.of("CN"));
    }

    private HttpResponse<String> submitted(String report, String token, String... keys) {
        return intake.submit(report, token, request -> {
            for (String key : keys) {
                request.header("Idempotency-Key", key);
            }
            return request;
        });
    }

    private HttpResponse<String> withdrawn(String place, String key) {
        return intake.withdraw(place, token, request -> request.header("Idempotency-Key", key));
    }

    private static String id(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(202);
        return Intake.json(response).get("submissionId").textValue();
    }

    @Test
    void a_report_sent_again_under_its_key_has_the_same_id_in_the_log() throws UnreadableEventException {
        String id = id(submitted(REPORT, token, "\"2021-visits\""));

        String again = id(submitted(SAME_REPORT, token, "2021-visits"));

        assertThat(again).isEqualTo(id);
        assertThat(id.charAt(14)).isEqualTo('5');
        assertThat(log.eventsOf(id)).hasSize(2).allSatisfy(event -> assertThat(event.origin())
                .isEqualTo(new Origin("kunming", "2021-visits", null)));
    }

    @Test
    void a_withdrawal_sent_again_under_its_key_has_the_same_id_in_the_log() throws UnreadableEventException {
        String id = id(withdrawn("530181/2021?expectedRevision=1", "\"a\\\"quoted\\\"key\""));

        String again = id(withdrawn("530181000/2021?expectedRevision=1", "\"a\\\"quoted\\\"key\""));

        assertThat(again).isEqualTo(id);
        assertThat(log.eventsOf(id))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.origin().idempotencyKey()).isEqualTo("a\"quoted\"key"));
    }

    @Test
    void other_content_another_kind_or_another_client_is_another_submission() {
        String other = issuer.token("yuxi", Set.of("submitter"), Set.of("CN"));

        assertThat(Set.of(
                        id(submitted(REPORT, token, "k")),
                        id(submitted(REPORT.replace("124", "125"), token, "k")),
                        id(withdrawn("530181/2021", "k")),
                        id(submitted(REPORT, other, "k"))))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"open", "a b", "a,b", "\"k\";v=1"})
    void a_bad_key_refuses_the_request_by_name(String key) {
        assertNamed(submitted(REPORT, token, key));
        assertNamed(withdrawn("530181/2021", key));
    }

    @Test
    void two_keys_refuse_the_request() {
        assertNamed(submitted(REPORT, token, "a", "b"));
    }

    private void assertNamed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = Problem.of(response);
        assertThat(problem.get("detail").textValue()).contains("Idempotency-Key");
        assertThat(problem.at("/errors/0/pointer").textValue()).isEqualTo("#/Idempotency-Key");
        assertThat(problem.at("/errors/0/code").textValue()).isEqualTo("idempotency_key.malformed");
    }
}
