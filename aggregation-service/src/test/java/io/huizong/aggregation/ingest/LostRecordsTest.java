package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.contract.event.ReportSubmitted;

/** A log that lacks records which the totals need is told, and nothing of its partition is applied or passed over. */
@QuarkusTest
@WithTestResource(
        value = LocalServersResource.class,
        initArgs = @ResourceArg(name = "huizong.offsets.check-interval", value = "300ms"))
class LostRecordsTest extends Damage {

    @Inject
    FetchTracker tracker;

    @Test
    void a_log_that_ends_before_the_position_is_told() throws Exception {
        ReportSubmitted first = event("110101001", "2017", 1);
        log.publish(first);
        awaitArisen("110101", "2017", 1);
        int partition = get("/submissions/" + first.submissionId()).path("partition");
        int next = (int) get("/submissions/" + first.submissionId()).path("offset") + 1;

        move(partition, next + 2);

        awaitNotReady("partition %d ends at offset %d, and the database has those before %d"
                .formatted(partition, next, next + 2));
        log.publish(event("110101001", "2017", 2));
        log.publish(event("120101001", "2017", 7));
        awaitArisen("12", "2017", 7);
        assertThat(arisen("110101", "2017")).isEqualTo(1);

        move(partition, next);
        awaitArisen("110101", "2017", 2);
        log.publish(event("110101001", "2017", 3));
        awaitArisen("110101", "2017", 3);
        eventually().until(() -> readiness().statusCode() == 200);
    }

    @Test
    void a_log_that_begins_after_the_position_is_told() throws Exception {
        ReportSubmitted first = event("130102001", "2018", 1);
        log.publish(first);
        log.publish(event("130102001", "2018", 2));
        awaitArisen("130102", "2018", 2);
        int partition = get("/submissions/" + first.submissionId()).path("partition");
        int offset = get("/submissions/" + first.submissionId()).path("offset");
        try (Admin brokers = Admin.create(Map.of("bootstrap.servers", kafka))) {
            brokers.deleteRecords(Map.of(
                            new TopicPartition(topics.reports(), partition), RecordsToDelete.beforeOffset(offset + 1)))
                    .all()
                    .get();
        }

        move(partition, offset);

        awaitNotReady("partition %d begins at offset %d, and %d is the next".formatted(partition, offset + 1, offset));
        log.publish(event("130102001", "2018", 3));
        log.publish(event("120101001", "2018", 7));
        awaitArisen("12", "2018", 7);
        assertThat(arisen("130102", "2018")).isEqualTo(2);

        move(partition, offset + 2);
        awaitArisen("130102", "2018", 3);
        eventually().until(() -> readiness().statusCode() == 200);
    }

    @Test
    void a_log_that_lost_its_end_is_told_after_a_restart_too_until_the_totals_are_built_without_it() throws Exception {
        ReportSubmitted first = event("110102001", "2019", 1);
        log.publish(first);
        awaitArisen("110102", "2019", 1);
        int partition = get("/submissions/" + first.submissionId()).path("partition");
        int next = (int) get("/submissions/" + first.submissionId()).path("offset") + 1;
        move(partition, next + 2);
        eventually()
                .until(() -> rows("select lost_at from log_position where log_partition = %d and generation = %d"
                                        .formatted(partition, serving()))
                                .get(0)
                        != null);
        for (int arisen = 2; arisen < 6; arisen++) {
            log.publish(event("110102001", "2019", arisen));
        }

        // What is known of it in memory is gone when the partition is given to another, or the service is started
        // again.
        tracker.forget(List.of(new TopicPartition(topics.reports(), partition)));
        log.publish(event("120101001", "2019", 7));
        awaitArisen("12", "2019", 7);

        awaitNotReady("partition %d ended before offset %d".formatted(partition, next + 2));
        eventually().during(Duration.ofSeconds(2)).until(() -> arisen("110102", "2019") == 1);
        viewer().post("/maintenance/rebuild").then().statusCode(202);
        awaitArisen("110102", "2019", 5);
        eventually().until(() -> readiness().statusCode() == 200);
    }

    private int serving() {
        return get("/maintenance/rebuild").path("serving");
    }

    private void move(int partition, long next) throws Exception {
        sql("update log_position set next_offset = %d where log_partition = %d".formatted(next, partition));
    }
}
