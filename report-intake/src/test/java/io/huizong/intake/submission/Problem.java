package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.JsonNode;

/** What every refusal has, whoever found the fault. */
final class Problem {

    private Problem() {}

    static JsonNode of(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type").orElse("no content type"))
                .startsWith("application/problem+json");
        JsonNode problem = Intake.json(response);
        assertThat(problem.get("status").intValue()).isEqualTo(response.statusCode());
        assertThat(problem.path("type").asText()).startsWith("urn:huizong:problem:");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        return problem;
    }
}
