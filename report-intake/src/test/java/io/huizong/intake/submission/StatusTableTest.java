package io.huizong.intake.submission;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.huizong.local.LocalIssuer;

/** Every answer has the status that the table says, in both languages, with headers that fit, and is described. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class StatusTableTest {

    private static final String GOOD =
            "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {\"petitions.visits\": 3}}";

    LocalIssuer issuer;
    Intake intake;

    /**
     * A row of the table.
     *
     * @param request method and path
     * @param token whose; null for none
     * @param headers besides the usual ones, or in place of them
     * @param body null for a good report
     * @param status that it is answered with
     * @param type the end of the problem's type; null for no problem
     * @param allow the header of that name; null if it has none
     * @param zh the problem's detail in Chinese; null if another row says it
     * @param en the same in English
     */
    record Row(
            String request,
            String token,
            Map<String, String> headers,
            String body,
            int status,
            String type,
            String allow,
            String zh,
            String en) {

        String method() {
            return request.substring(0, request.indexOf(' '));
        }

        String path() {
            return request.substring(request.indexOf(' ') + 1);
        }

        @Override
        public String toString() {
            return "%s %s %s: %d".formatted(token, request, headers, status);
        }
    }

    static List<Row> each_request_has_its_status() {
        return Table.read("/statuses.json", Row.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void each_request_has_its_status(Row row) {
        for (String language : List.of("zh", "en")) {
            HttpResponse<String> response = intake.send(row.path(), request -> request(request, row, language));

            assertThat(response.statusCode()).isEqualTo(row.status());
            assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
            assertThat(response.headers().allValues("Vary")).containsOnlyOnce("Accept-Language");
            assertThat(response.headers().firstValue("Allow").orElse(null)).isEqualTo(row.allow());
            if (row.type() != null) {
                assertProblem(Problem.of(response), row, language);
            }
        }
    }

    private HttpRequest.Builder request(HttpRequest.Builder request, Row row, String language) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.put("Accept-Language", language);
        if (row.headers() != null) {
            row.headers().forEach((name, value) -> headers.put(name, Table.written(value)));
        }
        headers.forEach(request::setHeader);
        return Intake.bearing(token(row.token()), request)
                .method(row.method(), BodyPublishers.ofString(row.body() == null ? GOOD : Table.written(row.body())));
    }

    private String token(String name) {
        return name == null
                ? null
                : switch (name) {
                    case "submitter" -> issuer.token("kunming", Set.of("submitter"), Set.of("53"));
                    case "outside" -> issuer.token("beijing", Set.of("submitter"), Set.of("530182", "11"));
                    case "viewer" -> issuer.token("viewer", Set.of("viewer", "admin"), Set.of("CN"));
                    default -> throw new IllegalArgumentException(name);
                };
    }

    private static void assertProblem(JsonNode problem, Row row, String language) {
        String sentence = language.equals("zh") ? row.zh() : row.en();
        assertThat(problem.get("type").textValue()).isEqualTo("urn:huizong:problem:" + row.type());
        if (sentence != null) {
            assertThat(problem.get("detail").textValue()).isEqualTo(sentence);
        }
        assertThat(problem.get("title").textValue().codePoints().anyMatch(Character::isIdeographic))
                .isEqualTo(language.equals("zh"));
    }

    /** Many a sender listens only when all is said. */
    @Test
    void whoever_is_refused_before_the_body_was_read_is_heard_out() {
        String body = " ".repeat(5_000_000);
        String stranger = issuer.token("c".repeat(256), Set.of("submitter"), Set.of("CN"));

        for (String token : new String[] {null, "nonsense", token("viewer"), stranger}) {
            assertThat(intake.post("/reports", body, token).statusCode()).isIn(401, 403);
        }
        assertThat(intake.post("/nothing", body, null).statusCode()).isEqualTo(404);
        assertThat(intake.post("/reports/530181/2021", body, token("submitter")).statusCode())
                .isEqualTo(405);
    }

    @Test
    void every_described_answer_stands_in_the_table_but_what_needs_a_log_that_is_away() {
        Set<String> provoked = each_request_has_its_status().stream()
                .flatMap(row -> intake
                        .description()
                        .operation(row.method(), row.path().replaceAll("\\?.*", ""))
                        .map(operation -> operation + " " + row.status())
                        .stream())
                .collect(toSet());

        assertThat(intake.description().answers()).allSatisfy(answer -> {
            if (!answer.endsWith(" 503") && !answer.endsWith(" 429")) {
                assertThat(provoked).contains(answer);
            }
        });
    }

    @Test
    void every_answer_keeps_browsers_and_caches_out() {
        for (Row row : each_request_has_its_status()) {
            assertShut(intake.send(row.path(), request -> request(request, row, "en")), row.toString());
        }
        for (String path : List.of("/q/openapi", "/q/health", "/q/health/live", "/q/metrics")) {
            assertShut(intake.send(path, request -> request), path);
        }
    }

    private static void assertShut(HttpResponse<String> response, String name) {
        Map<String, List<String>> headers = response.headers().map();
        assertThat(headers).as(name).containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(headers).as(name).containsEntry("cache-control", List.of("no-store"));
        assertThat(headers).as(name).containsEntry("referrer-policy", List.of("no-referrer"));
        assertThat(headers)
                .as(name)
                .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"));
        assertThat(headers).as(name).doesNotContainKeys("server", "x-powered-by");
    }

    @Test
    void the_page_of_the_api_may_load_its_own_and_nothing_else() {
        HttpResponse<String> response = intake.send("/q/swagger-ui/", request -> request);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';")
                .endsWith("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}
