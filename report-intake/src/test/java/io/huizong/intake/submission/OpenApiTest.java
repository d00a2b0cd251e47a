package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.Test;

import io.huizong.intake.validation.RuleCatalog;

/** The API's description is a valid OpenAPI document, its examples are the real reports and what it asks of a report is what is asked. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class OpenApiTest {

    Intake intake;

    @Test
    void a_validator_finds_nothing_wrong() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult result = new OpenAPIV3Parser()
                .readContents(intake.description().document().toString(), null, options);

        assertThat(result.getMessages()).isNullOrEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
        assertThat(result.getOpenAPI().getPaths()).hasSize(3);
    }

    /** So that the test above can fail. */
    @Test
    void the_validator_finds_what_is_wrong() {
        String broken =
                intake.description().document().toString().replace("\"responses\":{\"202\"", "\"answers\":{\"202\"");

        assertThat(new OpenAPIV3Parser().readContents(broken).getMessages()).isNotEmpty();
    }

    @Test
    void the_examples_are_the_real_reports_and_fit_their_schema() throws IOException {
        JsonNode body =
                intake.description().document().at("/components/requestBodies/Report/content/application~1json");

        try (Stream<Path> samples = Files.list(Path.of("../docs/samples"))) {
            for (Path sample : samples.toList()) {
                String name = sample.getFileName().toString().replace(".json", "");
                JsonNode example = body.at("/examples/" + name + "/value");
                assertThat(Table.JSON.readTree(example.toString()))
                        .as(name)
                        .isEqualTo(Table.JSON.readTree(sample.toFile()));
                intake.description().assertValid(example, body.get("schema"));
            }
        }
        assertThat(body.get("examples")).hasSize(5);
    }

    @Test
    void examples_of_answers_fit_their_schemas() {
        JsonNode document = intake.description().document();
        List<JsonNode> contents = document.findParents("example").stream()
                .filter(content ->
                        content.has("schema") && content.get("example").isObject())
                .toList();

        assertThat(contents).hasSize(2);
        for (JsonNode content : contents) {
            intake.description().assertValid(content.get("example"), content.get("schema"));
            content.get("example").findValuesAsText("code").forEach(code -> assertThat(RuleCatalog.all())
                    .anySatisfy(rule -> assertThat(rule.code()).isEqualTo(code)));
        }
    }
}
