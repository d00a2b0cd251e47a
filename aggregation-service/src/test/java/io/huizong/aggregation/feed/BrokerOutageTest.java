package io.huizong.aggregation.feed;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/** What changes while the broker is away is marked, and published when it is back. */
@QuarkusTest
@WithTestResource(ChangesServersResource.class)
class BrokerOutageTest {

    LocalIssuer issuer;

    @Inject
    Applier applier;

    @Inject
    OutboxPublisher publisher;

    @Inject
    ChangesReader changes;

    @Test
    void everything_arrives_after_an_outage() {
        LocalServers servers = LocalServers.shared();
        assumeTrue(servers.ownsKafka());
        apply(0, 1);
        eventually().until(() -> changes.marks() == 0);

        servers.stopKafka();
        try {
            apply(1, 2);
            eventually().untilAsserted(() -> assertThatThrownBy(() -> publisher.publish(Map.of()))
                    .isInstanceOf(RuntimeException.class));
            // Nobody who applies waits for the brokers.
            apply(2, 3);
            assertThat(changes.marks()).isEqualTo(5);
        } finally {
            servers.startKafka();
        }
        eventually().until(() -> changes.marks() == 0);

        Map<String, String> current = changes.current();
        assertThat(current.get("54/2022")).contains("\"effective\":3");
        current.values().removeIf(value -> value == null);
        assertThat(current).isEqualTo(changes.shown(issuer, current.keySet()));
        assertThat(publisher.isNeeded()).isFalse();
    }

    private void apply(long offset, int figure) {
        applier.apply(0, offset, List.of(submitted(wholeArea("540102002", "mediation.disputes_arisen", figure))));
    }
}
