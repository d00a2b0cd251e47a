package io.huizong.aggregation.changes;

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

import io.huizong.aggregation.place.PlaceId;
import io.huizong.contract.division.Level;

/** One publishes at a time, and all rest together. */
@QuarkusTest
@WithTestResource(ChangesServersResource.class)
class TurnTest {

    @Inject
    Turn turn;

    @Inject
    Rest rest;

    @Inject
    Publisher publisher;

    @Test
    void who_asks_while_another_publishes_is_told_to_wait() {
        Map<Level, PlaceId> after = Map.of(Level.COUNTY, new PlaceId(1, "2022", "530181"));
        rest.end();
        eventually().until(() -> QuarkusTransaction.requiringNew().call(() -> {
            boolean taken = turn.take().isZero();
            if (taken) {
                Share share = CompletableFuture.supplyAsync(() -> publisher.publish(after))
                        .join();
                assertThat(share).isEqualTo(new Share(after, Turn.ANOTHER_HAS_IT));
            }
            return taken;
        }));
    }

    @Test
    void who_asks_during_a_rest_is_told_what_is_left_of_it() {
        eventually().until(() -> QuarkusTransaction.requiringNew().call(() -> {
            boolean taken = turn.take().isZero();
            if (taken) {
                turn.rest(Turn.LONGEST_REST);
            }
            return taken;
        }));

        assertThat(QuarkusTransaction.requiringNew().call(turn::take))
                .isBetween(Duration.ofNanos(1), Turn.LONGEST_REST);
    }

    @Test
    void a_rest_that_a_clock_set_back_has_made_long_is_none() {
        eventually().until(() -> {
            rest.leaveAnHour();
            return QuarkusTransaction.requiringNew().call(() -> turn.take().isZero());
        });
    }
}
