package io.huizong.aggregation.query;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.ownLevel;
import static io.huizong.aggregation.Reports.sample;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.contract.event.ReportSubmitted;

/** Every answer is as the document says: it has all that is said to be there, and nothing that is not said. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class AnswerSchemaTest extends Asking {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    /** No JSON. */
    private static final Set<String> OTHERS = Set.of("/changes", "/maintenance/unreadable/{partition}/{offset}");

    private JsonNode document;
    private final UUID unreadable = UUID.randomUUID();

    @BeforeEach
    void read() throws Exception {
        document = JSON.readTree(
                given().queryParam("format", "JSON").get("/q/openapi").asString());
    }

    @Test
    void every_answer_is_as_the_document_says() throws Exception {
        ReportSubmitted uncounted = ReportsTopicWriter.submitted(wholeArea("530102", ARISEN, 3, "mediation.new", 5));
        ReportSubmitted warned = submitted(
                "sender",
                Instant.parse("2023-01-10T00:00:00Z"),
                wholeArea("530103", ARISEN, 9),
                new Finding("#", "report.odd", new Bilingual("奇", "odd")));
        publish(uncounted, warned);
        publish(
                wholeArea("530103001", ARISEN, 5, MEDIATED, 0, SUCCEEDED, 0),
                wholeArea("530103002", ARISEN, 7, MEDIATED, 10, SUCCEEDED, 9),
                ownLevel("530111", ARISEN, 7),
                sample("530181009-2021"),
                sample("610802-2024"),
                sample("370303005-2023"));
        publish(ReportsTopicWriter.withdrawn("530111", "2022"));
        log.publish("530103", Map.of("ce_id", unreadable.toString()), "?".getBytes(UTF_8));
        eventually().until(() -> viewer().get("/submissions/{id}", unreadable).statusCode() == 200);
        Map<String, List<String>> addresses = Map.ofEntries(
                Map.entry(
                        "/rollups/{code}/{period}",
                        List.of("CN/2022", "5301/2022", "530103/2022", "530181009/2021", "610802/2024", "11/1999")),
                Map.entry(
                        "/rollups/{code}/{period}/contributions",
                        List.of(
                                "5301/2022/contributions?indicator=" + ARISEN,
                                "5301/2022/contributions?limit=1&indicator=" + ARISEN,
                                "5301/2022/contributions?indicator=" + SUCCESS,
                                "530181009/2021/contributions?indicator=mediation.participation_rate",
                                "5301/1999/contributions?indicator=" + ARISEN)),
                Map.entry("/rollups/{code}", List.of("53?from=2021&to=2024", "5301?from=2022&to=2022")),
                Map.entry(
                        "/rollups",
                        List.of(
                                "?under=530103&period=2022&indicator=" + ARISEN,
                                "?level=TOWNSHIP&limit=1&period=2022&indicator=" + SUCCESS,
                                "?level=TOWNSHIP&period=2022&indicator=" + SUCCESS)),
                Map.entry(
                        "/completeness/{code}/{period}",
                        List.of("5301/2022?limit=2", "CN/2022?limit=1000&status=LATE&status=ON_TIME&status=MISSING")),
                Map.entry("/gaps/{code}/{period}", List.of("CN/2022", "CN/2022?limit=1", "CN/2022?kind=WARNING")),
                Map.entry(
                        "/submissions/{id}",
                        List.of(
                                uncounted.submissionId().toString(),
                                warned.submissionId().toString(),
                                unreadable.toString())),
                Map.entry("/submissions", List.of("?client=test", "?client=test&limit=1", "?client=nobody")),
                Map.entry(
                        "/reports/{code}/{period}",
                        List.of("530103/2022", "530181009/2021", "610802/2024", "370303005/2023")),
                Map.entry(
                        "/reports/{code}/{period}/revisions",
                        List.of("530111/2022/revisions", "530111/2022/revisions?limit=1")),
                Map.entry("/jurisdictions", List.of("?name=榆阳", "?code=5301&limit=3")),
                Map.entry("/jurisdictions/{code}", List.of("CN", "530181", "530181009")),
                Map.entry("/indicators", List.of("")),
                Map.entry("/maintenance/rebuild", List.of("")),
                Map.entry("/maintenance/unreadable", List.of("?limit=1", "")),
                Map.entry("/maintenance/uncounted", List.of("?limit=1", "")));

        Set<String> documented = new TreeSet<>();
        document.get("paths").properties().forEach(path -> {
            if (path.getValue().has("get")) {
                documented.add(path.getKey());
            }
        });
        documented.removeAll(OTHERS);
        assertThat(new TreeSet<>(addresses.keySet())).isEqualTo(documented);
        for (Map.Entry<String, List<String>> path : addresses.entrySet()) {
            String begin = path.getKey().contains("{")
                    ? path.getKey().substring(0, path.getKey().indexOf('{'))
                    : path.getKey();
            for (String rest : path.getValue()) {
                assertFits(path.getKey(), begin + rest);
            }
        }
    }

    @Test
    void a_problem_is_as_the_document_says() throws Exception {
        for (String address :
                List.of("/rollups/99/2022", "/rollups/53/2022?x=1", "/submissions/" + UUID.randomUUID())) {
            assertValid(
                    document.at("/components/schemas/Problem"),
                    viewer().get(address).asString(),
                    address);
        }
    }

    @Test
    void tags_and_304_are_described() {
        document.get("paths").properties().forEach(path -> {
            JsonNode answer = path.getValue().at("/get/responses/200");
            if (answer.at("/content").has("application/json")) {
                assertThat(answer.at("/headers").has("ETag")).as(path.getKey()).isTrue();
                assertThat(path.getValue().at("/get/responses").has("304"))
                        .as(path.getKey())
                        .isTrue();
                assertThat(path.getValue().at("/get/parameters").findValuesAsText("name"))
                        .as(path.getKey())
                        .contains("If-None-Match");
            }
        });
    }

    @Test
    void no_name_of_a_class_is_in_the_document() {
        assertThat(document.at("/components/schemas").properties())
                .noneMatch(schema -> schema.getKey().matches(".*(View|Resource|Row|[0-9]|Event|MediaType)$"));
        assertThat(document.findValuesAsText("tags").toString()).doesNotContain("Resource");
        document.get("tags").forEach(tag -> assertThat(tag.get("name").asText()).matches("[a-z]+"));
    }

    private void assertFits(String path, String address) throws Exception {
        Response response = (address.startsWith("/maintenance") ? admin() : viewer()).get(address);
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        JsonNode schema = document.get("paths").get(path).at("/get/responses/200/content/application~1json/schema");
        assertThat(schema.isMissingNode()).as(path).isFalse();
        assertValid(schema, response.asString(), address);
    }

    private void assertValid(JsonNode schema, String answer, String address) throws Exception {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components").deepCopy());
        close(whole);
        assertThat(SCHEMAS.getSchema(whole).validate(JSON.readTree(answer)))
                .as("%s: %s", address, answer.substring(0, Math.min(2000, answer.length())))
                .isEmpty();
    }

    /** Lets objects have no properties but those that are named. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.has("properties")
                && object.get("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        schema.forEach(AnswerSchemaTest::close);
    }
}
