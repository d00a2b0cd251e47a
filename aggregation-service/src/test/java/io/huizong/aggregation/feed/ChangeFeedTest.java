package io.huizong.aggregation.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.smallrye.mutiny.Multi;
import org.junit.jupiter.api.Test;

/** A service that stops waits for the requests in flight: no stream may keep it from stopping. */
class ChangeFeedTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** The topic cannot be read. */
    private final ChangeFeed feed = new ChangeFeed(new ChangeReader(null, null, null, null), new FeedSettings() {

        @Override
        public Duration heartbeatInterval() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int maxSubscriptions() {
            return 10;
        }

        @Override
        public int bufferSize() {
            return 10;
        }
    });

    @Test
    void streams_end_when_the_service_begins_to_stop() {
        CompletableFuture<List<FeedEvent>> events = listen();

        feed.stop(null);

        assertThat(events)
                .succeedsWithin(TIMEOUT)
                .satisfies(all -> assertThat(all).last().isInstanceOf(FeedEvent.Behind.class));
        assertThat(feed.subscriptions()).isZero();
    }

    @Test
    void a_stream_that_is_opened_after_that_ends_at_once() {
        feed.stop(null);

        assertThat(listen())
                .succeedsWithin(TIMEOUT)
                .satisfies(all -> assertThat(all).last().isInstanceOf(FeedEvent.Behind.class));
    }

    private CompletableFuture<List<FeedEvent>> listen() {
        Multi<FeedEvent> stream = feed.listen(key -> true, Optional.empty()).orElseThrow();
        return stream.collect().asList().subscribeAsCompletionStage();
    }
}
