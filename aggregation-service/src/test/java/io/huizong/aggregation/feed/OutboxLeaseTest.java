package io.huizong.aggregation.feed;

import static io.huizong.aggregation.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.feed.OutboxPublisher.OutboxPage;
import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.contract.division.Level;

/** One publishes at a time, and all rest together. */
@QuarkusTest
@WithTestResource(ChangesServersResource.class)
class OutboxLeaseTest {

    @Inject
    OutboxLease turn;

    @Inject
    Rest rest;

    @Inject
    OutboxPublisher publisher;

    @Test
    void who_asks_while_another_publishes_is_told_to_wait() {
        Map<Level, GenerationKey> after = Map.of(Level.COUNTY, new GenerationKey(1, "2022", "530181"));
        rest.end();
        eventually().until(() -> QuarkusTransaction.requiringNew().call(() -> {
            boolean taken = turn.take().isZero();
            if (taken) {
                OutboxPage share = CompletableFuture.supplyAsync(() -> publisher.publish(after))
                        .join();
                assertThat(share).isEqualTo(new OutboxPage(after, OutboxLease.ANOTHER_HAS_IT));
            }
            return taken;
        }));
    }

    @Test
    void who_asks_during_a_rest_is_told_what_is_left_of_it() {
        eventually().until(() -> QuarkusTransaction.requiringNew().call(() -> {
            boolean taken = turn.take().isZero();
            if (taken) {
                turn.rest(OutboxLease.MAX_REST);
            }
            return taken;
        }));

        assertThat(QuarkusTransaction.requiringNew().call(turn::take))
                .isBetween(Duration.ofNanos(1), OutboxLease.MAX_REST);
    }

    @Test
    void a_rest_that_a_clock_set_back_has_made_long_is_none() {
        eventually().until(() -> {
            rest.leaveAnHour();
            return QuarkusTransaction.requiringNew().call(() -> turn.take().isZero());
        });
    }
}
