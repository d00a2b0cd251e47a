package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;

/** Where somebody adds partitions to the topic, records of one place may be in two of them: nothing is applied any more. */
@QuarkusTest
@WithTestResource(
        value = LocalServersResource.class,
        initArgs = @ResourceArg(name = "huizong.topics.partitions", value = "3"))
class AddedPartitionsTest extends Damage {

    @Test
    void partitions_that_are_added_are_told_and_nothing_is_applied() throws Exception {
        log.publish(event("530102003", "2016", 1));
        awaitArisen("530102003", "2016", 1);

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            admin.createPartitions(Map.of(topics.reports(), NewPartitions.increaseTo(5)))
                    .all()
                    .get();
        }

        awaitNotReady("has 5 partitions, expected 3");
        log.publish(event("530102003", "2016", 2));
        eventually().during(Duration.ofSeconds(2)).until(() -> arisen("530102003", "2016") == 1);
        assertThat(lag()).isEqualTo("unknown");
    }
}
