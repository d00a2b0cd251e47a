package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/asyncapi.yaml} names the topics, types, headers and schemas that there are. */
class AsyncApiTest {

    private static final Path PAGE = Path.of("../docs/asyncapi.yaml");
    private static final JsonNode DOCUMENT = read();

    private static JsonNode read() {
        try {
            // By way of plain objects, which have no anchors.
            return new ObjectMapper().valueToTree(new YAMLMapper().readValue(PAGE.toFile(), Map.class));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void it_has_the_parts_that_asyncapi_3_asks_for() {
        assertThat(DOCUMENT.get("asyncapi").textValue()).isEqualTo("3.0.0");
        assertThat(fields(DOCUMENT))
                .isSubsetOf(
                        "asyncapi",
                        "id",
                        "info",
                        "servers",
                        "defaultContentType",
                        "channels",
                        "operations",
                        "components");
        assertThat(DOCUMENT.at("/info/title").textValue()).isNotBlank();
        assertThat(DOCUMENT.at("/info/version").textValue()).isNotBlank();
        for (JsonNode operation : DOCUMENT.get("operations")) {
            assertThat(operation.get("action").textValue()).isIn("send", "receive");
            String channel = operation.at("/channel/$ref").textValue();
            assertThat(channel).startsWith("#/channels/");
            for (JsonNode message : operation.get("messages")) {
                assertThat(message.get("$ref").textValue()).startsWith(channel + "/messages/");
            }
        }
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>();
        DOCUMENT.findValues("$ref").forEach(reference -> references.add(reference.textValue()));

        assertThat(references).hasSizeGreaterThan(15).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse();
            } else {
                assertThat(PAGE.resolveSibling(reference)).exists();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "reports, report-intake, huizong.topics.reports",
        "reports, aggregation-service, huizong.topics.reports",
        "rollupChanges, aggregation-service, huizong.topics.rollup-changes"
    })
    void topics_are_named_as_the_services_name_them(String channel, String service, String setting) throws IOException {
        Properties settings = new Properties();
        try (var in = Files.newInputStream(Path.of("..", service, "src/main/resources/application.properties"))) {
            settings.load(in);
        }

        assertThat(DOCUMENT.at("/channels/" + channel + "/address").textValue())
                .isEqualTo(settings.getProperty(setting));
    }

    @Test
    void no_topic_is_named_that_is_in_no_setting() {
        assertThat(fields(DOCUMENT.get("channels"))).containsExactlyInAnyOrder("reports", "rollupChanges");
    }

    @Test
    void a_changed_rollup_says_its_generation_and_version_with_and_without_a_value() {
        JsonNode headers = DOCUMENT.at("/components/schemas/rollupHeaders");

        assertThat(DOCUMENT.at("/components/messages/rollupChanged/headers/$ref")
                        .textValue())
                .isEqualTo("#/components/schemas/rollupHeaders");
        assertThat(fields(headers.get("properties")))
                .containsExactlyInAnyOrder("huizong-generation", "huizong-version");
        assertThat(DOCUMENT.at("/components/schemas/rollup/required").toString())
                .contains("\"generation\",\"version\"");
    }

    @ParameterizedTest
    @MethodSource("io.huizong.contract.event.GoldenEvent#all")
    void an_event_has_the_headers_that_it_says(GoldenEvent golden) {
        EncodedEvent encoded = new ReportEventCodec().encode(golden.event());
        String type = encoded.headers().get("ce_type");
        JsonNode message = DOCUMENT.at("/components/messages").findParents("name").stream()
                .filter(named -> type.equals(named.get("name").textValue()))
                .findFirst()
                .orElseThrow();

        assertThat(encoded.headers().keySet())
                .isEqualTo(fields(DOCUMENT.at("/components/schemas/cloudEvent/properties")));
        JsonNode headers = DOCUMENT.at(message.at("/headers/$ref").textValue().substring(1));
        for (JsonNode part : headers.get("allOf")) {
            JsonNode schema =
                    part.has("$ref") ? DOCUMENT.at(part.get("$ref").textValue().substring(1)) : part;
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(new ObjectMapper().valueToTree(encoded.headers())))
                    .isEmpty();
        }
        assertThat(message.at("/payload/schema/$ref").textValue())
                .endsWith(type.substring("io.huizong.".length()).replaceFirst("\\.", "-") + ".schema.json");
    }

    private static Set<String> fields(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
