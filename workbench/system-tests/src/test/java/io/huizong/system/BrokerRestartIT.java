package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

import io.huizong.local.LocalServers;

/**
 * Whatever the brokers do under load: what was answered 202 is in the log exactly once, what was answered 4xx is not, and
 * what was answered 503 and sent again under its key counts once. {@code -Dbroker.restarts=10} takes longer.
 */
@Isolated
class BrokerRestartIT {

    private static final int RESTARTS = Integer.getInteger("broker.restarts", 1);
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @RegisterExtension
    static final RunningPair PAIR = RunningPair.shared();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void no_stop_of_the_broker_loses_anything_or_counts_it_twice() throws Exception {
        LocalServers servers = LocalServers.shared();
        assumeTrue(servers.ownsKafka(), "only a broker of our own can be stopped");
        List<Attempt> attempts;
        try (LoadOnIntake load = new LoadOnIntake(PAIR.reports(), PAIR.submitterToken("CN"))) {
            for (int restart = 0; restart < RESTARTS; restart++) {
                await("reports accepted").atMost(TIMEOUT).until(load.more(202, 200));
                servers.stopKafka();
                try {
                    await("reports in doubt or not published").atMost(TIMEOUT).until(load.more(503, 300));
                } finally {
                    servers.startKafka();
                }
                await("reports accepted again").atMost(TIMEOUT).until(load.more(202, 200));
            }
            attempts = load.finished();
        }

        System.out.printf("%d submissions, of these %s%n", attempts.size(), LoadOnIntake.counts(attempts));
        assertLogged(attempts);
        assertCountedOnce(attempts);
    }

    private static void assertLogged(List<Attempt> attempts) {
        Map<String, Integer> logged = LoggedSubmissions.of(PAIR.stage(), LoadOnIntake.PERIOD);
        assertThat(attempts)
                .filteredOn(Attempt::isRefused)
                .hasSizeGreaterThan(20)
                .allSatisfy(attempt -> assertThat(attempt.statuses()).containsOnly(422));
        assertThat(attempts)
                .filteredOn(attempt -> attempt.statuses().equals(List.of(202)))
                .hasSizeGreaterThan(100)
                .allSatisfy(attempt -> assertThat(logged.get(attempt.onlyId()))
                        .as("records of %s", attempt)
                        .isEqualTo(1));
        assertThat(attempts)
                .filteredOn(attempt -> attempt.statuses().contains(503))
                .isNotEmpty()
                .allSatisfy(attempt -> assertThat(attempt.onlyId()).isIn(logged.keySet()));
        List<String> accepted = attempts.stream()
                .filter(attempt -> !attempt.isRefused())
                .map(Attempt::onlyId)
                .toList();
        assertThat(logged.keySet()).containsExactlyInAnyOrderElementsOf(accepted);
    }

    private static void assertCountedOnce(List<Attempt> attempts) {
        int expected =
                (int) attempts.stream().filter(attempt -> !attempt.isRefused()).count();
        await("all applied").atMost(TIMEOUT).untilAsserted(() -> {
            var rollup = PAIR.rollup("CN", LoadOnIntake.PERIOD);
            assertThat(rollup.getInt("reports.subtree")).isEqualTo(expected);
            assertThat(rollup.getInt("indicators.'petitions.visits'.effective")).isEqualTo(expected);
            assertThat(rollup.getInt("indicators.'petitions.visits'.contributors"))
                    .isEqualTo(expected);
        });
        attempts.stream()
                .filter(attempt -> attempt.statuses().contains(503))
                .limit(20)
                .forEach(attempt -> assertThat(PAIR.viewer()
                                .get("/reports/{code}/{period}/revisions", attempt.jurisdiction(), LoadOnIntake.PERIOD)
                                .jsonPath()
                                .getList("items"))
                        .as("revisions of %s", attempt)
                        .hasSize(1));
    }
}
