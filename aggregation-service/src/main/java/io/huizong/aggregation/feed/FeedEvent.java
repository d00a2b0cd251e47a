package io.huizong.aggregation.feed;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;

/** What a listener is told. */
public sealed interface FeedEvent {

    /** Listening has begun: every change after that offset will be told. */
    record Ready(long offset) implements FeedEvent {}

    /**
     * A rollup has changed.
     *
     * @param offset of the record in the topic
     * @param place whose rollup
     * @param rollup what it is now, as REST shows it: JSON in UTF-8; shared and never to be changed
     */
    record Change(long offset, RollupKey place, byte[] rollup) implements FeedEvent {}

    /** Nothing has happened for a while. */
    record Heartbeat() implements FeedEvent {}

    /** What came after the offset asked for is not in the topic: everything is to be read anew. */
    record Reset(long offset) implements FeedEvent {}

    /** The last: the listener is so far behind that it has to come again. */
    record Behind() implements FeedEvent {}
}
