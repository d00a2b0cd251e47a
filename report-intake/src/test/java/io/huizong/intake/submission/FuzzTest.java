package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.huizong.local.LocalIssuer;

/**
 * Whatever is sent, the intake stays itself: it accepts nothing that breaks a rule, refuses by a problem that says where,
 * logs no failure and keeps nothing in memory. {@code -Dfuzz.cases=100000} is the long form, {@code -Dfuzz.seed} repeats one.
 */
@QuarkusTest
@WithTestResource(value = LocalServersResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class FuzzTest {

    private static final Logger LOG = Logger.getLogger(FuzzTest.class);
    private static final int CASES = Integer.getInteger("fuzz.cases", 800);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final long SPARE_BYTES = 32L * 1024 * 1024;

    LocalIssuer issuer;
    LogReader log;
    Intake intake;

    private final IndependentCheck check = new IndependentCheck();

    /** A way in. */
    enum Transport {
        SUBMISSION("/reports", 202),
        CHECK("/reports/validations", 200);

        private final String path;
        private final int accepted;

        Transport(String path, int accepted) {
            this.path = path;
            this.accepted = accepted;
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothing_that_is_sent_upsets_the_intake(Transport transport) {
        LOG.infof("%d bodies by %s: -Dfuzz.cases=%d -Dfuzz.seed=%d", CASES, transport, CASES, SEED);
        FuzzedBodies bodies = new FuzzedBodies(SEED);
        String token = issuer.token("fuzz", Set.of("submitter"), Set.of("CN"));
        int accepted = 0;
        long heapAtFirst = 0;
        try (CapturedLog captured = CapturedLog.open()) {
            for (int sent = 0; sent < CASES; sent++) {
                byte[] body = bodies.next();
                HttpResponse<String> response = intake.send(transport.path, request -> Intake.bearing(token, request)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body)));
                if (response.statusCode() == transport.accepted) {
                    check.assertMayBeAccepted(body);
                    accepted++;
                } else {
                    assertSaysWhere(response);
                }
                if (sent == CASES / 10) {
                    heapAtFirst = heap();
                }
            }
            assertThat(failures(captured)).isEmpty();
        }

        assertThat(heap()).isLessThan(heapAtFirst + SPARE_BYTES);
        assertThat(accepted).isBetween(CASES / 20, CASES / 2);
        if (transport == Transport.SUBMISSION) {
            assertThat(log.records()).hasSize(accepted);
        }
        LOG.infof("%d of %d accepted, heap %,d bytes then, %,d now", accepted, CASES, heapAtFirst, heap());
    }

    private static void assertSaysWhere(HttpResponse<String> response) {
        assertThat(response.statusCode()).isIn(400, 413, 422);
        JsonNode errors = Problem.of(response).get("errors");
        assertThat(errors).isNotEmpty();
        errors.forEach(error -> assertThat(error.get("pointer").textValue()).startsWith("#"));
    }

    private static List<String> failures(CapturedLog captured) {
        return captured.records().stream()
                .filter(logged -> logged.getLevel().intValue() >= Level.SEVERE.intValue()
                        || logged.getLoggerName().startsWith("io.huizong")
                        || logged.getLoggerName().startsWith("io.quarkus"))
                .map(logged -> logged.getLoggerName() + ": " + CapturedLog.message(logged))
                .toList();
    }

    private static long heap() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
