package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static org.assertj.core.api.Assertions.assertThat;

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

/** A consumer does not poll while its batch is not applied. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class PollInterceptorTest {

    @Inject
    ReportsTopicWriter log;

    @Inject
    EntityManager database;

    @Inject
    PollBackpressure backpressure;

    @Test
    void a_consumer_is_held_until_its_batch_is_applied() {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select number from generation for update")
                    .getResultList();

            // A consumer is held for a second at most: a check that comes later must publish again.
            eventually().untilAsserted(() -> {
                log.publish(submitted(Reports.sample("530181009-2021")));
                assertThat(backpressure.held()).isPositive();
            });
        });

        eventually().untilAsserted(() -> assertThat(backpressure.held()).isZero());
    }
}
