package io.huizong.aggregation.report;

import io.huizong.aggregation.place.Place;
import io.huizong.contract.event.ReportEvent;

/**
 * An event and where it stands in the log.
 *
 * @param event the event
 * @param place the place it is about
 * @param logId id of the log
 * @param partition partition of the topic {@code reports}
 * @param offset offset in that partition
 */
public record LoggedEvent(ReportEvent event, Place place, String logId, int partition, long offset) {}
