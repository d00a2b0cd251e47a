package io.huizong.system.rollout;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;
import io.huizong.system.LoggedRecords;

/** An intake that is told to stop says so first and takes what still comes; all that it answered 202 is in the log. */
class IntakeStopIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final Map<String, String> SETTINGS = Map.of("QUARKUS_SHUTDOWN_DELAY", "3S");

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void every_202_of_an_intake_that_stops_is_in_the_log() throws Exception {
        try (Stage stage = new Stage();
                ServiceProcess intake = stage.service(Stage.INTAKE, Stage.SHORT_LIVED, SETTINGS)) {
            stage.makeTopic();
            intake.start().awaitReady();
            assertNothingLost(stage, intake);
        }
    }

    private static void assertNothingLost(Stage stage, ServiceProcess intake) throws Exception {
        try (Senders senders = new Senders(intake.uri("/reports"), stage.submitter())) {
            await("reports accepted")
                    .atMost(TIMEOUT)
                    .until(() -> senders.accepted().size() > 200);

            CompletableFuture<Integer> exit = intake.terminate();
            await("readiness to go").atMost(TIMEOUT).until(() -> readiness(intake) == 503);
            int before = senders.accepted().size();
            await("reports accepted all the same")
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> senders.accepted().size() > before);
            exit.get(60, TimeUnit.SECONDS);
            senders.await();

            Set<String> logged = logged(stage);
            System.out.printf(
                    "%d accepted, of these %d after readiness went; %d in the log; otherwise: %s%n",
                    senders.accepted().size(), senders.accepted().size() - before, logged.size(), senders.others());
            assertThat(logged).containsAll(senders.accepted());
            // Quarkus takes requests for a moment between its last answer and the closing of its port.
            assertThat(logged.size() - senders.accepted().size())
                    .isLessThanOrEqualTo(senders.others().getOrDefault("no answer", 0));
        }
    }

    private static int readiness(ServiceProcess intake) {
        return given().get(intake.uri("/q/health/ready")).statusCode();
    }

    private static Set<String> logged(Stage stage) {
        return LoggedRecords.of(stage).stream()
                .map(record -> new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .collect(toSet());
    }
}
