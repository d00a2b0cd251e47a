/** Changed rollups: published to {@code rollup-changes} from an outbox, sent to subscribers as server-sent events. */
package io.huizong.aggregation.feed;
