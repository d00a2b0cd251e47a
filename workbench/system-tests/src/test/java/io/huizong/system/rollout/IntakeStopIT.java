package io.huizong.system.rollout;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.system.LoggedRecords;
import io.huizong.system.RunningPair;

/** An intake that is told to stop says so first and takes what still comes; all that it answered 202 is in the log. */
class IntakeStopIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    @RegisterExtension
    private static final RunningPair PAIR = new RunningPair(Map.of("QUARKUS_SHUTDOWN_DELAY", "3S"), Map.of());

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void every_202_of_an_intake_that_stops_is_in_the_log() throws Exception {
        try (Senders senders = new Senders(PAIR.reports(), PAIR.submitterToken("CN"))) {
            await("reports accepted")
                    .atMost(TIMEOUT)
                    .until(() -> senders.accepted().size() > 200);

            CompletableFuture<Integer> exit = PAIR.intakeProcess().terminate();
            await("readiness to go").atMost(TIMEOUT).until(() -> readiness() == 503);
            int before = senders.accepted().size();
            await("reports accepted all the same")
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> senders.accepted().size() > before);
            exit.get(60, TimeUnit.SECONDS);
            senders.await();

            Set<String> logged = logged();
            System.out.printf(
                    "%d accepted, of these %d after readiness went; %d in the log; otherwise: %s%n",
                    senders.accepted().size(), senders.accepted().size() - before, logged.size(), senders.others());
            assertThat(logged).containsAll(senders.accepted());
            // Quarkus takes requests for a moment between its last answer and the closing of its port.
            assertThat(logged.size() - senders.accepted().size())
                    .isLessThanOrEqualTo(senders.others().getOrDefault("no answer", 0));
        }
    }

    private static int readiness() throws IOException {
        return given().get(PAIR.intake() + "/q/health/ready").statusCode();
    }

    private static Set<String> logged() {
        return LoggedRecords.of(PAIR.stage().topic()).stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .collect(toSet());
    }
}
