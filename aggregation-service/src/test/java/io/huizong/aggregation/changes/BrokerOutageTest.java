package io.huizong.aggregation.changes;

import static io.huizong.aggregation.ReportLog.submitted;
import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.aggregation.LocalServersResource;
import io.huizong.contract.division.Level;
import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/** What changes while the broker is away is marked, and published when it is back. */
@QuarkusTest
@WithTestResource(value = LocalServersResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class BrokerOutageTest {

    LocalIssuer issuer;

    @Inject
    Applier applier;

    @Inject
    Publisher publisher;

    @Inject
    ChangesReader changes;

    @Test
    void everything_arrives_after_an_outage() {
        LocalServers servers = LocalServers.shared();
        assumeTrue(servers.ownsKafka());
        apply(0, 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> changes.marks() == 0);

        servers.stopKafka();
        try {
            apply(1, 2);
            assertThatThrownBy(() -> publisher.publish(Level.NATION, null)).isInstanceOf(RuntimeException.class);
            // Nobody who applies waits for the brokers.
            apply(2, 3);
            assertThat(changes.marks()).isEqualTo(5);
        } finally {
            servers.startKafka();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> changes.marks() == 0);

        Map<String, String> current = changes.current();
        assertThat(current.get("CN/2022")).contains("\"effective\":3");
        assertThat(current).isEqualTo(changes.shown(issuer, current.keySet()));
        assertThat(publisher.isNeeded()).isFalse();
    }

    private void apply(long offset, int figure) {
        applier.apply(0, offset, List.of(submitted(wholeArea("530181009", "mediation.disputes_arisen", figure))));
    }
}
