package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/** While the brokers are away nobody is told that a report was accepted; when they are back, reports are. */
@QuarkusTest
@WithTestResource(TightLimitsResource.class)
class BrokerAwayTest {

    private static final String REPORT = "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {}}";

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;

    @Test
    void without_an_acknowledgement_the_fate_of_a_report_is_unknown_and_no_more_are_left_in_doubt() throws Exception {
        LocalServers servers = LocalServers.shared();
        assumeTrue(servers.ownsKafka(), "only a broker of our own can be stopped");
        Intake intake = new Intake(address);
        String token = issuer.token("c", Set.of("submitter"), Set.of("CN"));
        assertThat(intake.submit(REPORT, token).statusCode()).isEqualTo(202);

        JsonNode keyed;
        ExecutorService senders = Executors.newFixedThreadPool(2);
        servers.stopKafka();
        try {
            Future<HttpResponse<String>> first = senders.submit(() -> intake.submit(REPORT, token));
            Future<HttpResponse<String>> second = senders.submit(() -> underKey(intake, token));

            JsonNode problem = unconfirmed(first.get());
            assertThat(problem.get("detail").textValue())
                    .contains("unknown", problem.get("submissionId").textValue());
            assertThat(ready(intake)).isEqualTo(503);

            JsonNode underKey = unconfirmed(second.get());
            assertThat(underKey.get("detail").textValue()).contains("unknown", "Idempotency-Key counts once");
            keyed = underKey.get("submissionId");

            HttpResponse<String> later = intake.submit(REPORT, token);
            assertThat(later.statusCode()).isEqualTo(503);
            assertThat(Problem.of(later).get("type").textValue()).isEqualTo("urn:huizong:problem:unavailable");
        } finally {
            servers.startKafka();
            senders.shutdown();
        }

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(intake.submit(REPORT, token).statusCode()).isEqualTo(202);
            assertThat(ready(intake)).isEqualTo(200);
        });
        assertThat(Intake.json(underKey(intake, token)).get("submissionId")).isEqualTo(keyed);
    }

    private static JsonNode unconfirmed(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        JsonNode problem = Problem.of(response);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:huizong:problem:unconfirmed");
        return problem;
    }

    private static HttpResponse<String> underKey(Intake intake, String token) {
        return intake.submit(REPORT, token, request -> request.header("Idempotency-Key", "\"k\""));
    }

    private static int ready(Intake intake) {
        return intake.send("/q/health/ready", request -> request).statusCode();
    }
}
