package io.huizong.intake.submission;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.huizong.contract.report.Period;
import io.huizong.intake.validation.RuleCatalog;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.finding.Rule.Severity;
import io.huizong.local.LocalIssuer;

/**
 * Whoever sends a report that breaks a rule is told that rule alone, where and why, in both languages, and the same when
 * the report is only to be checked. A rule that is taken out fails a row here.
 */
@QuarkusTest
@WithTestResource(FormerCountyResource.class)
class RuleTableTest {

    private static final Map<String, Rule> RULES =
            RuleCatalog.all().stream().collect(toMap(Rule::code, Function.identity()));

    LocalIssuer issuer;
    Intake intake;

    static List<RuleExample> a_broken_rule_is_told() {
        return RuleExample.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void a_broken_rule_is_told(RuleExample example) {
        String today = LocalDate.now(Period.ZONE).toString();
        boolean refused = RULES.get(example.code()).severity() == Severity.ERROR;
        String token = issuer.token("kunming", Set.of("submitter"), Set.of("CN"));
        for (String path : example.paths()) {
            for (String language : List.of("zh", "en")) {
                HttpResponse<String> response = sent(example, path, language, token);

                JsonNode findings = findings(example, path, response, refused);
                assertThat(findings).hasSize(1);
                assertThat(findings.at("/0/code").textValue()).isEqualTo(example.code());
                assertThat(findings.at("/0/pointer").textValue()).isEqualTo(example.pointer());
                assertThat(findings.at("/0/detail").textValue())
                        .isEqualTo((language.equals("zh") ? example.zh() : example.en()).replace("{today}", today));
                assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
            }
        }
    }

    private static JsonNode findings(RuleExample example, String path, HttpResponse<String> response, boolean refused) {
        if (example.csv() != null && response.statusCode() == 200) {
            // Of the last row: those before it are good.
            JsonNode result = Intake.json(
                    response.body().lines().reduce((row, next) -> next).orElseThrow());
            assertThat(result.get("status").intValue()).isEqualTo(example.status());
            return result.at("/problem/errors");
        }
        int status = !refused && path.endsWith("validations") ? 200 : example.status();
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        return refused
                ? Problem.of(response).get("errors")
                : Intake.json(response).get("warnings");
    }

    private HttpResponse<String> sent(RuleExample example, String path, String language, String token) {
        return intake.send(path, request -> {
            if (example.key() != null) {
                request.header("Idempotency-Key", example.writtenKey());
            }
            return Intake.bearing(token, request)
                    .header("Content-Type", example.mediaType())
                    .header("Accept-Language", language)
                    .POST(BodyPublishers.ofByteArray(example.bytes()));
        });
    }

    @Test
    void every_rule_stands_in_the_table() {
        Set<String> told = RuleExample.all().stream().map(RuleExample::code).collect(toSet());

        assertThat(told).isEqualTo(RULES.keySet());
    }

    /** The places where a rule just does not bite: each limit is kept to the letter. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4,000 characters          | "remarks": "⟦𠮷*4000⟧"
            500 additional figures    | "additionalFigures": [⟦{"label": "f#", "value": 1},*499⟧{"label": "x", "value": 1}]
            10^15                     | "figures": {"petitions.visits": 1000000000000000}
            10^15 with decimals       | "figures": {"mediation.subsidies": 999999999999999.99}
            two decimals              | "figures": {"mediation.subsidies": 0.01}
            a number of 1,000 digits  | "figures": {"petitions.visits": 0.⟦0*998⟧}
            a rate of 200             | "statedRates": {"petitions.conclusion_rate": 200}
            a rate of 0               | "statedRates": {"petitions.conclusion_rate": 0}
            four decimals of a rate   | "statedRates": {"petitions.conclusion_rate": 1.0001}
            additional figures        | "additionalFigures": [{"label": "a", "value": -1000000000000000}, {"label": "a", "value": 0.123456, "unit": "%"}]
            the latest revision       | "expectedRevision": 2147483647
            a leap day                | "source": {"documentDate": "2024-02-29"}
            the first year            | "period": "1949"
            the last year of a county | "jurisdiction": "530199", "period": "2019-12"
            the first year of it      | "jurisdiction": "530199", "period": "2016"
            padded to 12 digits       | "jurisdiction": "530181009000"
            padded to 9 digits        | "jurisdiction": "530181000"
            padded to 6 digits        | "jurisdiction": "530000"
            """)
    void what_is_just_within_a_limit_is_no_finding(String name, String members) {
        RuleExample example = RuleExample.withMembers(members);

        HttpResponse<String> response =
                sent(example, "/reports/validations", "en", issuer.token("c", Set.of("submitter"), Set.of("CN")));

        assertThat(response.body()).contains("\"warnings\":[]");
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
