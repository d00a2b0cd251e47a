package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.huizong.local.LocalIssuer;

/**
 * Whatever is sent, the intake stays itself: it accepts nothing that breaks a rule, refuses by a problem that says where,
 * logs no failure and keeps nothing in memory. The same bodies are sent in each run, so that a build tells the same of the
 * same sources; {@code -Dfuzz.bodies=100000} is the long form with others each time, and {@code -Dfuzz.seed} repeats one.
 */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class FuzzTest {

    private static final Logger LOG = Logger.getLogger(FuzzTest.class);
    private static final boolean IS_LONG = System.getProperty("fuzz.bodies") != null;
    private static final int BODIES = Integer.getInteger("fuzz.bodies", 1500) / FuzzedTransport.values().length;
    private static final long SEED = Long.getLong("fuzz.seed", IS_LONG ? System.nanoTime() : 20_260_101);
    private static final long SPARE_BYTES = 32L * 1024 * 1024;

    LocalIssuer issuer;
    PublishedRecords log;
    Intake intake;

    private final IndependentCheck check = new IndependentCheck();

    @ParameterizedTest
    @EnumSource
    void nothing_that_is_sent_upsets_the_intake(FuzzedTransport transport) {
        LOG.infof("%d bodies by %s: -Dfuzz.seed=%d", BODIES, transport, SEED);
        FuzzedPieces pieces = new FuzzedPieces(SEED);
        Supplier<byte[]> bodies = transport.bodies(pieces);
        String token = issuer.token("fuzz", Set.of("submitter"), Set.of("CN"));
        FuzzedTransport.Count count = new FuzzedTransport.Count(0, 0);
        long begin = System.nanoTime();
        long heapAtFirst = 0;
        try (CapturedLog captured = CapturedLog.open()) {
            for (int sent = 0; sent < BODIES; sent++) {
                byte[] body = bodies.get();
                HttpResponse<String> response = intake.send(transport.path(), request -> Intake.bearing(token, request)
                        .header("Content-Type", transport.contentType())
                        .POST(pieces.oneIn(4) ? Intake.chunked(body) : BodyPublishers.ofByteArray(body)));
                count = count.plus(counted(transport, body, response));
                if (sent == BODIES / 10) {
                    heapAtFirst = heap();
                }
            }
            assertThat(failures(captured)).isEmpty();
        }
        long heapAtLast = heap();

        LOG.infof(
                "%d bodies by %s in %s: %d reports accepted, %d refused; heap %,d bytes after a tenth, %,d now",
                BODIES,
                transport,
                Duration.ofNanos(System.nanoTime() - begin),
                count.accepted(),
                count.refused(),
                heapAtFirst,
                heapAtLast);
        int reports = count.accepted() + count.refused();
        assertThat(count.accepted()).isBetween(reports / 20, reports * 2 / 3);
        assertThat(log.size()).isEqualTo(transport == FuzzedTransport.CHECK ? 0 : count.accepted());
        assertThat(heapAtLast).isLessThan(heapAtFirst + SPARE_BYTES);
    }

    private FuzzedTransport.Count counted(FuzzedTransport transport, byte[] body, HttpResponse<String> response) {
        try {
            return transport.count(body, response, check);
        } catch (AssertionError e) {
            Path file = Path.of("target", "fuzzed-" + transport);
            try {
                Files.write(file, body);
            } catch (IOException unwritten) {
                e.addSuppressed(unwritten);
            }
            throw new AssertionError("the body is in " + file, e);
        }
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
