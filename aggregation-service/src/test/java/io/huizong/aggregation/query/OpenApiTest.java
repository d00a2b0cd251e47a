package io.huizong.aggregation.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;

/** The document says of every path what it does, what it takes and how it refuses. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class OpenApiTest extends Asking {

    private JsonPath document;

    @BeforeEach
    void read() {
        document = given().queryParam("format", "JSON").get("/q/openapi").jsonPath();
    }

    @Test
    void every_operation_has_a_summary_and_every_parameter_a_description() {
        operations().forEach((name, operation) -> {
            assertThat(operation.get("summary")).as(name).isNotNull();
            List<Map<String, Object>> parameters = parameters(operation);
            assertThat(parameters).as(name).allSatisfy(parameter -> assertThat(parameter)
                    .containsKey("description"));
            assertThat(parameters.stream().map(parameter -> parameter.get("name") + " " + parameter.get("in")))
                    .as(name)
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void every_refusal_is_a_problem() {
        operations().forEach((name, operation) -> responses(operation).forEach((status, response) -> {
            if (status.startsWith("4") || status.startsWith("5")) {
                assertThat(response.get("content"))
                        .as(name + " " + status)
                        .asString()
                        .contains("problem+json");
            }
        }));
    }

    @Test
    void a_method_that_a_path_does_not_have_is_refused_with_those_that_it_has() {
        Map<String, Map<String, Object>> paths = document.getMap("paths");
        paths.forEach((path, item) -> {
            Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
            item.keySet().stream()
                    .filter(key -> Set.of("get", "post", "delete").contains(key))
                    .forEach(key -> methods.add(key.toUpperCase(Locale.ROOT)));
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            String concrete =
                    path.replace("{code}", "53").replace("{period}", "2021").replaceAll("\\{[a-z]+}", "1");
            String allow = problem(viewer().put(concrete).then(), 405).extract().header("Allow");
            assertThat(new TreeSet<>(Arrays.asList(allow.split(", ")))).as(path).isEqualTo(methods);
        });
    }

    private Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new TreeMap<>();
        Map<String, Map<String, Map<String, Object>>> paths = document.getMap("paths");
        paths.forEach(
                (path, item) -> item.forEach((method, operation) -> operations.put(method + " " + path, operation)));
        assertThat(operations).hasSizeGreaterThan(15);
        return operations;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> responses(Map<String, Object> operation) {
        return (Map<String, Map<String, Object>>) operation.get("responses");
    }
}
