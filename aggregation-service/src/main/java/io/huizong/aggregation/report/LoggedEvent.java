package io.huizong.aggregation.report;

import java.util.List;
import java.util.Optional;

import io.huizong.aggregation.place.Place;
import io.huizong.contract.event.ReportEvent;

/**
 * An event, where it stands in the log, and what of it counts.
 *
 * @param event the event
 * @param place where it counts; empty if the tree has no such jurisdiction in the event's period
 * @param notCounted what of it is in no total
 * @param partition partition of the topic {@code reports}
 * @param offset offset in that partition
 */
public record LoggedEvent(
        ReportEvent event, Optional<Place> place, List<NotCounted> notCounted, int partition, long offset) {}
