package io.huizong.aggregation.submission;

import java.util.List;
import java.util.Optional;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.event.ReportEvent;

/**
 * An event that can be applied.
 *
 * @param event the event
 * @param key whose rollup it counts in; empty if the tree has no such jurisdiction in the event's period
 * @param notCounted what of it is in no total
 * @param partition partition of the topic {@code reports}
 * @param offset offset in that partition
 */
public record IngestedEvent(
        ReportEvent event, Optional<RollupKey> key, List<NotCounted> notCounted, int partition, long offset)
        implements IngestedRecord {}
