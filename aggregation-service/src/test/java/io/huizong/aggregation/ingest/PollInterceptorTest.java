package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.Reports;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;

/** The connector's own thread, which polls, stands still while a batch that it has read is applied. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class PollInterceptorTest {

    @Inject
    ReportsTopicWriter log;

    @Inject
    EntityManager database;

    @Test
    void a_consumer_is_held_until_its_batch_is_applied() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select number from generation for update")
                    .getResultList();

            // It is held for a second only: whoever looks too late makes it read another.
            eventually().untilAsserted(() -> {
                log.publish(submitted(Reports.sample("530181009-2021")));
                assertThat(heldThreads()).isNotEmpty();
            });
        });

        eventually().untilAsserted(() -> assertThat(heldThreads()).isEmpty());
    }

    private static Stream<String> heldThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(PollBackpressure.class.getName())
                                && frame.getMethodName().equals("await")))
                .map(thread -> thread.getKey().getName())
                .filter(name -> name.startsWith("smallrye-kafka-consumer-thread"));
    }
}
