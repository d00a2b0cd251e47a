package io.huizong.aggregation.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.feed.FeedEvent.Change;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;

/** A listener gets the last change of each rollup in the order of the offsets, and holds up nobody if it takes nothing. */
class FeedSubscriptionTest {

    private static final int BUFFER_SIZE = 3;
    private static final List<Jurisdiction> PROVINCES =
            DivisionTree.bundled().children(DivisionTree.bundled().root());

    private final AtomicReference<FeedSubscription> listener = new AtomicReference<>();
    private final AssertSubscriber<FeedEvent> connection = Multi.createFrom()
            .<FeedEvent>emitter(
                    emitter -> listener.set(new FeedSubscription(place -> true, emitter, BUFFER_SIZE)),
                    BackPressureStrategy.ERROR)
            .subscribe()
            .withSubscriber(AssertSubscriber.create(0));

    @Test
    void of_changes_that_wait_only_the_last_of_each_rollup_is_told() {
        listener.get().ready(id(9));
        tell(10, 0);
        tell(11, 1);
        tell(12, 0);

        connection.request(10);

        assertThat(connection.getItems()).hasSize(3);
        assertThat(connection.getItems().get(0)).isEqualTo(new FeedEvent.Ready(id(9)));
        assertThat(offsets()).containsExactly(11L, 12L);
    }

    @Test
    void what_was_told_is_not_told_again() {
        connection.request(10);
        listener.get().resume(id(10));
        tell(10, 0);
        tell(11, 1);
        tell(11, 2);

        assertThat(offsets()).containsExactly(11L);
    }

    @Test
    void nothing_is_told_before_it_is_ready() {
        connection.request(10);
        tell(10, 0);
        listener.get().ready(id(10));
        listener.get().ready(id(3));

        assertThat(connection.getItems()).containsExactly(new FeedEvent.Ready(id(10)));
    }

    @Test
    void one_that_is_too_far_behind_is_sent_away() {
        listener.get().resume(id(0));
        for (int offset = 1; offset <= BUFFER_SIZE + 1; offset++) {
            tell(offset, offset);
        }
        assertThat(listener.get().isGone()).isTrue();

        connection.request(1);

        assertThat(connection.getItems()).containsExactly(new FeedEvent.Behind());
        connection.assertCompleted();
    }

    @Test
    void one_that_takes_nothing_is_sent_away_in_the_end() {
        listener.get().resume(id(0));
        tell(1, 0);
        for (int beat = 0; beat < 4; beat++) {
            connection.assertNotTerminated();
            listener.get().beat();
        }

        connection.assertCompleted();
    }

    @Test
    void a_heartbeat_comes_only_when_nothing_else_did() {
        connection.request(10);
        listener.get().resume(id(0));
        listener.get().beat();
        tell(1, 0);
        listener.get().beat();
        assertThat(connection.getItems()).hasSize(1);

        listener.get().beat();
        listener.get().beat();

        assertThat(connection.getItems().subList(1, 3)).containsOnly(new FeedEvent.Heartbeat());
    }

    @Test
    void who_has_more_to_tell_waits_until_something_is_taken() throws Exception {
        listener.get().resume(id(0));
        for (int offset = 1; offset <= BUFFER_SIZE; offset++) {
            tell(offset, offset);
        }
        Future<?> room = awaitRoom(Duration.ofMinutes(5));
        assertThatThrownBy(() -> room.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        connection.request(1);

        room.get(1, TimeUnit.MINUTES);
    }

    @Test
    void who_has_more_to_tell_does_not_wait_for_one_that_left_or_takes_nothing() throws Exception {
        listener.get().resume(id(0));
        for (int offset = 1; offset <= BUFFER_SIZE; offset++) {
            tell(offset, offset);
        }
        awaitRoom(Duration.ofMillis(1)).get(1, TimeUnit.MINUTES);
        Future<?> room = awaitRoom(Duration.ofMinutes(5));

        connection.cancel();
        listener.get().left();

        room.get(1, TimeUnit.MINUTES);
    }

    private Future<?> awaitRoom(Duration patience) {
        return CompletableFuture.runAsync(() -> {
            try {
                listener.get().awaitRoom(patience);
            } catch (InterruptedException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static ChangeId id(long offset) {
        return new ChangeId("a-topic-", offset);
    }

    private void tell(long offset, int province) {
        listener.get()
                .offer(new Change(
                        id(offset), new RollupKey(PROVINCES.get(province), Period.parse("2022")), new byte[0]));
    }

    private List<Long> offsets() {
        return connection.getItems().stream()
                .filter(Change.class::isInstance)
                .map(told -> ((Change) told).id().offset())
                .toList();
    }
}
