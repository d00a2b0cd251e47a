package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;

/** The OpenAPI document of the running service, and whether an answer is what it says. */
record ApiDescription(JsonNode document, Map<JsonNode, JsonSchema> compiled) {

    private static final String PROBLEM = "application/problem+json";

    static ApiDescription of(String json) {
        try {
            return new ApiDescription(Intake.JSON.readTree(json), new ConcurrentHashMap<>());
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    /** Each operation with each status that it can have, such as {@code POST /reports 202}. */
    List<String> answers() {
        List<String> answers = new ArrayList<>();
        for (var path : document.get("paths").properties()) {
            for (String method : List.of("post", "delete", "get", "put")) {
                for (var response :
                        path.getValue().path(method).path("responses").properties()) {
                    answers.add(
                            "%s %s %s".formatted(method.toUpperCase(Locale.ROOT), path.getKey(), response.getKey()));
                }
            }
        }
        return answers;
    }

    /** The operation's name among {@link #answers}, if the document has it. */
    Optional<String> operation(String method, String path) {
        return document.get("paths").properties().stream()
                .filter(described -> described.getValue().has(method.toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getKey)
                .sorted((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")))
                .filter(template -> path.matches(template.replaceAll("\\{[a-z]+}", "[^/]+")))
                .findFirst()
                .map(template -> method + " " + template);
    }

    /** An answer of a described operation is one of those described; any other refusal is a problem. */
    void assertDescribes(HttpResponse<String> response) {
        String path = response.uri().getRawPath();
        Optional<String> operation = operation(response.request().method(), path);
        if (operation.isPresent()) {
            String[] name = operation.get().split(" ");
            JsonNode described = resolved(document.get("paths")
                    .get(name[1])
                    .get(name[0].toLowerCase(Locale.ROOT))
                    .get("responses")
                    .path(Integer.toString(response.statusCode())));
            assertThat(described.isMissingNode())
                    .as("the document says that %s answers %d", operation.get(), response.statusCode())
                    .isFalse();
            assertHeaders(response, described.get("headers"));
            assertBody(response, described.get("content"));
        } else if (response.statusCode() >= 400 && !path.startsWith("/q/health")) {
            assertValid(Intake.json(response), reference("#/components/schemas/Problem"));
            assertThat(response.headers().firstValue("Content-Type")).hasValue(PROBLEM);
        }
    }

    private void assertHeaders(HttpResponse<String> response, JsonNode headers) {
        for (var header : headers.properties()) {
            List<String> values = response.headers().allValues(header.getKey());
            JsonNode described = resolved(header.getValue());
            if (described.path("required").booleanValue()) {
                assertThat(values).as(header.getKey()).hasSize(1);
            }
            boolean number = "integer".equals(described.at("/schema/type").textValue());
            for (String value : values) {
                assertValid(
                        number ? IntNode.valueOf(Integer.parseInt(value)) : TextNode.valueOf(value),
                        described.get("schema"));
            }
        }
    }

    private void assertBody(HttpResponse<String> response, JsonNode content) {
        String type =
                response.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "");
        assertThat(content.has(type))
                .as("the document names the content type " + type)
                .isTrue();
        JsonNode schema = content.get(type).get("schema");
        if (type.equals("application/x-ndjson")) {
            response.body().lines().forEach(line -> assertValid(Intake.json(line), schema));
        } else {
            assertValid(Intake.json(response), schema);
        }
    }

    /** Whether the value is what a schema of the document asks for. */
    void assertValid(JsonNode value, JsonNode schema) {
        assertThat(compiled.computeIfAbsent(schema, this::schema).validate(value))
                .as(value.toString())
                .isEmpty();
    }

    private JsonSchema schema(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set(
                "components", JsonNodeFactory.instance.objectNode().set("schemas", document.at("/components/schemas")));
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        whole,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
    }

    static ObjectNode reference(String pointer) {
        return JsonNodeFactory.instance.objectNode().put("$ref", pointer);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }
}
