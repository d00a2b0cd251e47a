package io.huizong.system.observability;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.system.RunningPair;
import io.huizong.system.observability.Exposed.Family;

/** Documents, alert rules and dashboard speak of the metrics that the running services expose, and of all of ours. */
class MetricsIT {

    @RegisterExtension
    private static final RunningPair PAIR = RunningPair.shared();

    private static final Path RULES = Path.of("../../deploy/prometheus/alerts.yaml");
    private static final Path DASHBOARD = Path.of("../../deploy/grafana/dashboards/huizong.json");
    private static final Path OPERATIONS = Path.of("../../docs/operations.md");
    private static final Set<String> OF_PROMETHEUS = Set.of("up");
    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");

    private static Exposed intake;
    private static Exposed aggregation;

    @BeforeAll
    static void use_both_services_and_look() {
        PAIR.applied("""
                {"jurisdiction": "530181", "period": "2021", "figures": {"mediation.disputes_arisen": 10}}""");
        await("the first sample of the state of the totals")
                .atMost(Duration.ofSeconds(60))
                .until(() -> metrics(PAIR.aggregationUrl()).contains("huizong_lag_records{partition=\"11\"} 0.0"));
        intake = Exposed.of(metrics(PAIR.intake().toString()));
        aggregation = Exposed.of(metrics(PAIR.aggregationUrl()));
    }

    private static String metrics(String service) {
        return given().get(service + "/q/metrics").asString();
    }

    @Test
    void the_tables_of_the_document_are_what_both_services_expose() throws IOException {
        Map<String, Family> exposed = new TreeMap<>(intake.ours());
        exposed.putAll(aggregation.ours());

        assertThat(documented()).containsExactlyEntriesOf(exposed);
    }

    private static Map<String, Family> documented() throws IOException {
        Map<String, Family> documented = new TreeMap<>();
        Files.readAllLines(OPERATIONS).stream()
                .filter(line -> line.startsWith("| `huizong_"))
                .map(line -> line.split("\\s*\\|\\s*"))
                .forEach(cells -> documented.put(
                        cells[1].replace("`", ""),
                        new Family(
                                cells[2],
                                Arrays.stream(cells[3].split(",\\s*"))
                                        .map(label -> label.replace("`", ""))
                                        .filter(label -> !label.isEmpty())
                                        .collect(toSet()))));
        return documented;
    }

    @Test
    void every_series_that_an_alert_asks_for_is_exposed() throws IOException {
        assertExposed(rules().map(rule -> rule.get("expr").textValue()).toList());
    }

    @Test
    void every_series_that_the_dashboard_asks_for_is_exposed() throws IOException {
        JsonNode panels = new ObjectMapper().readTree(DASHBOARD.toFile()).get("panels");
        List<String> expressions = stream(panels)
                .flatMap(panel -> stream(panel.path("targets")))
                .map(target -> target.get("expr").textValue())
                .toList();
        assertThat(expressions).hasSizeGreaterThan(20);

        assertExposed(expressions);
    }

    private static void assertExposed(List<String> expressions) {
        Map<String, Set<String>> exposed = Exposed.series(intake, aggregation);
        for (String expression : expressions) {
            Map<String, Set<String>> asked = Expression.series(expression);
            asked.keySet().removeAll(OF_PROMETHEUS);
            assertThat(exposed.keySet()).as(expression).containsAll(asked.keySet());
            asked.forEach((series, labels) -> assertThat(labels)
                    .as("labels of %s in %s", series, expression)
                    .isSubsetOf(Stream.concat(exposed.get(series).stream(), LABELS_OF_PROMETHEUS.stream())
                            .toList()));
        }
    }

    @Test
    void the_document_says_of_every_alert_what_to_do_and_of_no_other() throws IOException {
        String alerts = Files.readString(OPERATIONS).split("\n## Alerts\n")[1].split("\n## ")[0];

        assertThat(alerts.lines()
                        .filter(line -> line.startsWith("### "))
                        .map(line -> line.substring(4))
                        .toList())
                .containsExactlyElementsOf(
                        rules().map(rule -> rule.get("alert").textValue()).toList());
    }

    @Test
    void promtool_finds_nothing_wrong_with_the_rules() throws IOException, InterruptedException {
        Process promtool;
        try {
            promtool = new ProcessBuilder("promtool", "check", "rules", RULES.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "promtool is not on the PATH (Debian: package prometheus)");
            return;
        }
        String found = new String(promtool.getInputStream().readAllBytes());
        assertThat(promtool.waitFor()).as(found).isZero();
    }

    private static Stream<JsonNode> rules() throws IOException {
        return stream(new YAMLMapper().readTree(RULES.toFile()).get("groups"))
                .flatMap(group -> stream(group.get("rules")));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
