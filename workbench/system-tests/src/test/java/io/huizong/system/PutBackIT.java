package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An indicator reached the intake before the aggregation service: its reports are set aside, all others are applied. Put
 * back when the service knows it, a report counts, unless a newer one has been applied meanwhile.
 */
@Tag("slow")
class PutBackIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NEW = "mediation.things_new";
    private static final Path CATALOG = extendedCatalog();

    @RegisterExtension
    private static final RunningPair PAIR = new RunningPair(Map.of("HUIZONG_CATALOG", CATALOG.toString()));

    @Test
    void a_dead_letter_counts_when_it_is_put_back_unless_a_newer_report_does() throws IOException {
        String known = null;
        String amendedLater = PAIR.accepted(report("530181001", NEW, 7));
        for (int number = 1; number < 500; number++) {
            known = PAIR.accepted(report("530181002", "mediation.mediators", number));
        }
        String neverAmended = PAIR.accepted(report("530181003", NEW, 9));

        awaitOutcome(amendedLater, "DEAD_LETTERED");
        awaitOutcome(neverAmended, "DEAD_LETTERED");
        awaitOutcome(known, "APPLIED");
        assertThat(PAIR.viewer().get("/submissions/" + known).jsonPath().getInt("revision"))
                .as("revisions of the one report")
                .isEqualTo(499);
        assertThat(PAIR.rollup("530181", "2021").getInt("indicators.'mediation.mediators'.effective"))
                .isEqualTo(499);
        PAIR.applied(report("530181001", "mediation.mediators", 1));

        PAIR.restartAggregation(Map.of("HUIZONG_CATALOG", CATALOG.toString()));
        assertThat(putBack(amendedLater)).isEqualTo("SUPERSEDED");
        assertThat(putBack(neverAmended)).isEqualTo("APPLIED");

        JsonPath county = PAIR.rollup("530181", "2021");
        assertThat(county.getInt("indicators.'%s'.effective".formatted(NEW))).isEqualTo(9);
        assertThat(county.getInt("indicators.'mediation.mediators'.effective")).isEqualTo(500);
        assertThat(PAIR.admin().get("/maintenance/dead-letters").jsonPath().getList("$"))
                .isEmpty();
        assertThat(PAIR.admin().post("/maintenance/audit").asString()).contains("\"differences\":0");
    }

    private static String putBack(String submission) {
        JsonPath status = PAIR.viewer().get("/submissions/" + submission).jsonPath();
        return PAIR.admin()
                .post(
                        "/maintenance/dead-letters/{partition}/{offset}/put-back",
                        status.getInt("partition"),
                        status.getLong("offset"))
                .then()
                .statusCode(200)
                .extract()
                .path("outcome");
    }

    private static void awaitOutcome(String submission, String outcome) {
        await("submission " + submission)
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .until(() -> outcome.equals(PAIR.viewer()
                        .get("/submissions/" + submission)
                        .jsonPath()
                        .getString("outcome")));
    }

    private static String report(String jurisdiction, String indicator, int value) {
        return """
                {"jurisdiction": "%s", "period": "2021", "figures": {"%s": %d}}""".formatted(jurisdiction, indicator, value);
    }

    private static Path extendedCatalog() {
        Path bundled = Path.of("../../report-contract/src/main/resources/io/huizong/contract/indicators.csv");
        try {
            Path extended = Files.createTempFile("indicators", ".csv");
            extended.toFile().deleteOnExit();
            String newer = Files.readString(bundled).replaceFirst("# edition [0-9]+", "# edition 999");
            return Files.writeString(extended, newer + NEW + ",COUNT,件,things,新事物,New things,\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
