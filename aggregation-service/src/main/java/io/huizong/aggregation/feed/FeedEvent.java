package io.huizong.aggregation.feed;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;

/** What a subscription receives. */
public sealed interface FeedEvent {

    /** Listening has begun: every change after that one will be sent. */
    record Ready(ChangeId id) implements FeedEvent {}

    /**
     * A rollup has changed.
     *
     * @param id where the record is in the topic
     * @param key whose rollup
     * @param rollup what it is now, as REST shows it: JSON in UTF-8; shared and never to be changed
     */
    record Change(ChangeId id, RollupKey key, byte[] rollup) implements FeedEvent {}

    /** Nothing has happened for a while. */
    record Heartbeat() implements FeedEvent {}

    /** What came after the id asked for is not in the topic: everything is to be read anew. */
    record Reset(ChangeId id) implements FeedEvent {}

    /** The last event: the subscriber is too slow and must subscribe again. */
    record Behind() implements FeedEvent {}
}
