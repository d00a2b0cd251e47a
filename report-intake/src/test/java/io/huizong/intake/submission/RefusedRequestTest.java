package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalIssuer;

/** A request that is too long, or for another's jurisdiction, is refused, and nothing of it is in the log. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class RefusedRequestTest {

    LocalIssuer issuer;
    PublishedRecords log;
    Intake intake;
    private String token;

    @BeforeEach
    void take_a_token() {
        token = issuer.token("kunming", Set.of("submitter"), Set.of("53"));
    }

    @AfterEach
    void nothing_is_published() {
        assertThat(log.records()).isEmpty();
    }

    private static String report(String members) {
        return "{\"jurisdiction\": \"530181\", \"period\": \"2021\", " + members + "}";
    }

    @Test
    void a_body_of_two_megabytes_is_refused_when_its_length_is_said() {
        byte[] body = report("\"remarks\": \"" + "x".repeat(2_000_000) + "\"").getBytes(StandardCharsets.UTF_8);

        problem(intake.submit(BodyPublishers.ofByteArray(body), token), 413);
    }

    @Test
    void a_body_of_two_megabytes_is_refused_when_its_length_is_not_said() {
        byte[] body = report("\"remarks\": \"" + "x".repeat(2_000_000) + "\"").getBytes(StandardCharsets.UTF_8);

        problem(intake.submit(Intake.chunked(body), token), 413);
    }

    @Test
    void a_body_of_twenty_megabytes_is_refused_too() {
        problem(intake.submit(Intake.chunked(new byte[20_000_000]), token), 413);
    }

    @Test
    void another_provinces_report_is_forbidden_before_its_rules_are_looked_at() {
        HttpResponse<String> response = intake.submit(
                "{\"jurisdiction\": \"110115\", \"period\": \"2021\", \"figures\": {\"petitions.visits\": -1}}", token);

        JsonNode problem = problem(response, 403);
        assertThat(problem.get("type").textValue()).isEqualTo("urn:huizong:problem:outside-jurisdictions");
        assertThat(problem.get("detail").textValue()).contains("110115").contains("53");
    }

    @Test
    void the_jurisdiction_above_is_forbidden_too() {
        String county = issuer.token("c", Set.of("submitter"), Set.of("530181"));

        problem(intake.submit("{\"jurisdiction\": \"5301\", \"period\": \"2021\", \"figures\": {}}", county), 403);
    }

    @Test
    void a_body_that_cannot_be_read_is_told_so_whoever_sends_it() {
        problem(intake.submit("{", issuer.token("c", Set.of("submitter"), Set.of("11"))), 400);
    }

    private static JsonNode problem(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        return Problem.of(response);
    }
}
