package io.huizong.aggregation.query;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalServers;

/** While the brokers are away the totals are answered as they are, and nobody claims to know how many records wait. */
@QuarkusTest
class OutageFreshnessTest extends Asking {

    @Test
    void the_lag_is_unknown_until_the_brokers_answer_again() {
        LocalServers servers = LocalServers.shared();
        assumeTrue(servers.ownsKafka());
        publish(wholeArea("350102002", ARISEN, 3));
        eventually().untilAsserted(() -> viewer().get("/rollups/35/2022").then().header("Huizong-Lag", "0"));

        servers.stopKafka();
        try {
            eventually()
                    .untilAsserted(() -> viewer().get("/rollups/35/2022").then().header("Huizong-Lag", "unknown"));
            viewer().get("/rollups/35/2022")
                    .then()
                    .statusCode(200)
                    .header("Huizong-Applied-Through", "2022-01-21T08:00:00Z")
                    .body("indicators.'%s'.effective".formatted(ARISEN), equalTo(3));
        } finally {
            servers.startKafka();
        }

        eventually().untilAsserted(() -> viewer().get("/rollups/35/2022").then().header("Huizong-Lag", "0"));
    }
}
