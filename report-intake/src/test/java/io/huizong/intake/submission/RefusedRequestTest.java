package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.local.LocalIssuer;

/** A request that is refused is told why by a problem, and nothing of it is in the log. */
@QuarkusTest
@WithTestResource(value = LocalServersResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class RefusedRequestTest {

    private static final String GOOD = report("\"figures\": {\"petitions.visits\": 3}");

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;
    LogReader log;
    private Intake intake;
    private String token;

    @BeforeEach
    void connect() {
        intake = new Intake(address);
        token = issuer.token("kunming", Set.of("submitter"), Set.of("53"));
    }

    @AfterEach
    void nothing_is_published() {
        assertThat(log.records()).isEmpty();
    }

    private static String report(String members) {
        return "{\"jurisdiction\": \"530181\", \"period\": \"2021\", " + members + "}";
    }

    static Stream<Arguments> a_bad_report_is_told_where_and_why() {
        return Stream.of(
                arguments(
                        "{\"jurisdiction\": \"539999\", \"period\": \"2021\", \"figures\": {}}",
                        422,
                        "jurisdiction.unknown",
                        "539999"),
                arguments(
                        report("\"figures\": {\"petitions.recieved\": 1}"),
                        422,
                        "indicator.unknown",
                        "petitions.received"),
                arguments(report("\"figures\": {\"petitions.visits\": -1}"), 422, "figure.negative", "-1"),
                arguments(report("\"figures\": {\"petitions.visits\": 1.5}"), 422, "figure.not_whole", "1.5"),
                arguments(
                        report("\"figures\": {\"petitions.visits\": 1e16}"),
                        422,
                        "figure.too_large",
                        "10000000000000000"),
                arguments(
                        report("\"figures\": {\"petitions.visits\": 1, \"petitions.visits\": 1}"),
                        400,
                        "json.duplicate_key",
                        "#/figures/petitions.visits"),
                arguments("jurisdiction=530181", 400, "json.malformed", "Line 1"),
                arguments("[" + GOOD + "]", 400, "json.not_an_object", "["),
                arguments(GOOD + GOOD, 400, "json.trailing_content", "{"),
                arguments(report("\"figures\": {}, \"remarks\": \"\\udc00\""), 400, "json.lone_surrogate", "#/remarks"),
                arguments("", 400, "json.empty", "empty"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void a_bad_report_is_told_where_and_why(String body, int status, String code, String named) {
        HttpResponse<String> response = intake.submit(body, token);

        JsonNode problem = problem(response, status);
        assertThat(problem.get("errors")).hasSize(1);
        assertThat(problem.at("/errors/0/code").textValue()).isEqualTo(code);
        assertThat(problem.at("/errors/0/pointer").textValue()).startsWith("#");
        assertThat(problem.at("/errors/0/detail").textValue()).contains(named).contains("xpected");
    }

    @Test
    void a_problem_is_told_in_chinese_to_who_asks_for_it() {
        HttpResponse<String> response = intake.send("/reports", request -> Intake.bearing(token, request)
                .header("Content-Type", "application/json")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.1")
                .POST(BodyPublishers.ofString(report("\"figures\": {\"petitions.visits\": -1}"))));

        JsonNode problem = problem(response, 422);
        assertThat(problem.get("title").textValue()).isEqualTo("请求未通过校验");
        assertThat(problem.at("/errors/0/detail").textValue()).isEqualTo("-1 是负数，接访应为 0 或正数");
        assertThat(response.headers().firstValue("Content-Language")).hasValue("zh");
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

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense"})
    void a_content_type_other_than_json_is_not_supported(String contentType) {
        HttpResponse<String> response = intake.send("/reports", request -> Intake.bearing(token, request)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(GOOD)));

        problem(response, 415);
    }

    @Test
    void an_answer_that_is_not_accepted_is_not_given() {
        HttpResponse<String> response = intake.send("/reports", request -> Intake.bearing(token, request)
                .header("Content-Type", "application/json")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(GOOD)));

        problem(response, 406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/reports/530181", "/reports/530181/2021/x", "/q/nothing"})
    void a_path_that_is_not_there_is_not_found(String path) {
        HttpResponse<String> response = intake.send(path, request -> Intake.bearing(token, request));

        problem(response, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH"})
    void another_method_is_not_allowed(String method) {
        HttpResponse<String> response = intake.send(
                "/reports", request -> Intake.bearing(token, request).method(method, BodyPublishers.noBody()));

        JsonNode problem = problem(response, 405);
        assertThat(problem.get("detail").textValue()).contains(method);
    }

    @Test
    void a_report_cannot_be_fetched_here() {
        problem(intake.send("/reports/530181/2021", request -> Intake.bearing(token, request)), 405);
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
