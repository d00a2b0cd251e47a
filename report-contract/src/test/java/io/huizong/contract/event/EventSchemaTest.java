package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema files accept what the codec writes, later editions of it included, and refuse what is no such event. */
class EventSchemaTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonSchema SUBMITTED = schema("report-submitted");
    private static final JsonSchema WITHDRAWN = schema("report-withdrawn");

    private final ReportEventCodec codec = new ReportEventCodec();

    @ParameterizedTest
    @ValueSource(strings = {"report-submitted", "report-withdrawn"})
    void a_schema_file_is_a_schema_of_draft_2020_12(String name) {
        JsonSchema metaSchema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(JsonMetaSchema.getV202012().getIri()));

        assertThat(metaSchema.validate(file(name))).isEmpty();
        assertThat(file(name).get("$id").asText())
                .isEqualTo("urn:huizong:schema:io.huizong." + name.replace('-', '.') + ".v1");
    }

    @Test
    void a_schema_is_named_after_its_event_type() {
        assertThat(file("report-submitted").get("$id").asText()).endsWith(":" + ReportSubmitted.TYPE);
        assertThat(file("report-withdrawn").get("$id").asText()).endsWith(":" + ReportWithdrawn.TYPE);
    }

    @ParameterizedTest
    @MethodSource("io.huizong.contract.event.GoldenEvent#all")
    void golden_files_are_accepted(GoldenEvent golden) {
        assertThat(problems(golden.event(), golden.json())).isEmpty();
    }

    @Property(tries = 200)
    @Domain(ReportEvents.class)
    void whatever_the_codec_writes_is_accepted(@ForAll ReportEvent event) {
        assertThat(problems(event, new String(codec.encode(event).data(), StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.huizong.contract.event.GoldenEvent#all")
    void fields_that_a_later_edition_adds_are_accepted(GoldenEvent golden) {
        String later = golden.json().replaceFirst("\\{", "{\"added\":{\"in\":[\"v1\"]},");

        assertThat(problems(golden.event(), later)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                // required parts
                "\"jurisdiction\":\"530181\", |",
                "\"period\":\"2023-H1\", |",
                "\"scope\":\"OWN_LEVEL\", |",
                "\"figures\" | \"totals\"",
                "\"report\" | \"statement\"",
                "\"origin\" | \"sender\"",
                "\"client\":\"anning-city\", |",
                "\"label\":\"同比变化\", |",
                ",\"value\":-3.000001 |",
                "\"code\":\"mediated_above_arisen\", |",
                "\"zh\" | \"fr\"",
                "\"value\":3600, |",
                ",\"qualifier\":\"AT_LEAST\" |",
                // wrong types
                "\"530181\" | 530181",
                "\"2023-H1\",\"scope\" | 2023,\"scope\"",
                ":124, | :\"124\",",
                ":124, | :null,",
                ":124, | :[124],",
                "98.8 | \"98.8\"",
                "\"value\":65 | \"value\":\"65\"",
                "\"line\":42 | \"line\":\"42\"",
                "\"line\":42 | \"line\":42.5",
                "\"expectedRevision\":0 | \"expectedRevision\":null",
                "\"expectedRevision\":0 | \"expectedRevision\":0.5",
                "\"documentDate\":\"2023-07-01\" | \"documentDate\":[2023,7,1]",
                // out of range
                ":124, | :-1,",
                "1000000000000000 | 1000000000000001",
                "999999999999999.99 | 1000000000000000.01",
                "98.8 | 200.0001",
                "98.8 | -0.1",
                "\"value\":65 | \"value\":1000000000000000.5",
                "\"value\":65 | \"value\":-1000000000000000.5",
                "\"line\":42 | \"line\":0",
                "\"expectedRevision\":0 | \"expectedRevision\":-1",
                // unknown forms
                "\"2023-H1\",\"scope\" | \"2023-H3\",\"scope\"",
                "\"2023-H1\",\"scope\" | \"1948\",\"scope\"",
                "\"2023-H1\",\"scope\" | \"2023-1\",\"scope\"",
                "\"530181\" | \"安宁市\"",
                "\"530181\" | \"\"",
                "\"OWN_LEVEL\" | \"own_level\"",
                "\"AT_LEAST\" | \"AT_MOST\"",
                "litigation.cases | Litigation.Cases",
                "litigation.cases | litigation",
                "petitions.conclusion_rate | petitions.",
                "\"documentDate\":\"2023-07-01\" | \"documentDate\":\"1 July 2023\"",
                "#/figures/mediation.cases_mediated | figures.mediation.cases_mediated"
            })
    void a_broken_submission_is_refused(String part, String broken) {
        String json = GoldenEvent.FILLED_IN.json();
        assertThat(json).contains(part);

        String brokenJson = json.replace(part, broken == null ? "" : broken);

        assertThat(problems(GoldenEvent.FILLED_IN.event(), brokenJson)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"jurisdiction\":\"11\", |",
                "\"period\":\"2023-Q4\", |",
                "\"origin\" | \"sender\"",
                "\"client\":\"beijing\", |",
                "\"11\" | 11",
                "2023-Q4 | 2023-q4",
                "9007199254740993 | -9007199254740993",
                "\"expectedRevision\":3 | \"expectedRevision\":-3"
            })
    void a_broken_withdrawal_is_refused(String part, String broken) {
        String json = GoldenEvent.WITHDRAWN_FILLED_IN.json();
        assertThat(json).contains(part);

        String brokenJson = json.replace(part, broken == null ? "" : broken);

        assertThat(problems(GoldenEvent.WITHDRAWN_FILLED_IN.event(), brokenJson))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "124", "\"\""})
    void what_is_no_event_at_all_is_refused(String json) {
        assertThat(problems(GoldenEvent.PLAIN.event(), json)).isNotEmpty();
        assertThat(problems(GoldenEvent.WITHDRAWN.event(), json)).isNotEmpty();
    }

    private static Set<ValidationMessage> problems(ReportEvent event, String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return (event instanceof ReportSubmitted ? SUBMITTED : WITHDRAWN).validate(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String name) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(file(name));
    }

    private static JsonNode file(String name) {
        try (var in =
                ReportEventCodec.class.getResourceAsStream("/io/huizong/contract/schema/" + name + ".v1.schema.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
