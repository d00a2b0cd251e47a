package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A report moves every total above it, a report on the whole area above replaces the sum, a rate keeps its pairs. */
class WorkedExampleIT {

    @RegisterExtension
    private static final RunningPair PAIR = RunningPair.shared();

    // Of its own, as other classes submit reports for the whole year.
    private static final String PERIOD = "2021-H1";

    private static final List<String> ABOVE = List.of("530181", "5301", "53", "CN");

    @Test
    void a_county_report_replaces_what_its_township_reported() throws IOException {
        PAIR.applied(Files.readString(Path.of("../../docs/samples/530181009-2021.json"))
                .replace("\"period\": \"2021\"", "\"period\": \"%s\"".formatted(PERIOD)));

        for (String code : ABOVE) {
            JsonPath rollup = PAIR.rollup(code, PERIOD);
            assertThat(rollup.getInt("reports.subtree")).as(code).isEqualTo(1);
            assertThat(rollup.getInt(indicator("mediation.disputes_arisen") + "effective"))
                    .as(code)
                    .isEqualTo(124);
            assertRate(rollup, "mediation.participation_rate", "97.58", 121, 124, 0);
            assertRate(rollup, "petitions.conclusion_rate", "100.0", 353, 353, 1);
        }
        JsonPath townshipBefore = PAIR.rollup("530181009", PERIOD);

        PAIR.applied("""
                {"jurisdiction": "530181", "period": "%s", "figures": {"mediation.disputes_arisen": 1000}}""".formatted(PERIOD));

        JsonPath county = PAIR.rollup("530181", PERIOD);
        assertThat(county.getInt(indicator("mediation.disputes_arisen") + "effective"))
                .isEqualTo(1000);
        assertThat(county.getInt(indicator("mediation.disputes_arisen") + "subordinates"))
                .isEqualTo(124);
        assertThat(county.getInt(indicator("mediation.disputes_arisen") + "gap"))
                .isEqualTo(876);
        assertThat(PAIR.rollup("CN", PERIOD).getInt(indicator("mediation.disputes_arisen") + "effective"))
                .isEqualTo(124 + 876);
        for (String code : ABOVE) {
            assertRate(PAIR.rollup(code, PERIOD), "mediation.participation_rate", "97.58", 121, 124, 0);
        }
        assertThat(PAIR.rollup("530181009", PERIOD).prettify()).isEqualTo(townshipBefore.prettify());
    }

    private static void assertRate(
            JsonPath rollup, String code, String percent, int numerator, int denominator, int estimated) {
        String path = indicator(code);
        assertThat(rollup.getString(path + "effective")).as(code).isEqualTo(percent);
        assertThat(rollup.getInt(path + "numerator")).as(code).isEqualTo(numerator);
        assertThat(rollup.getInt(path + "denominator")).as(code).isEqualTo(denominator);
        assertThat(rollup.getInt(path + "estimated")).as(code).isEqualTo(estimated);
    }

    private static String indicator(String code) {
        return "indicators.'%s'.".formatted(code);
    }
}
