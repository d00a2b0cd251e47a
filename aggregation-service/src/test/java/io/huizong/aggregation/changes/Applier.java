package io.huizong.aggregation.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.Dependent;

import io.huizong.aggregation.batch.Batch;
import io.huizong.aggregation.batch.BatchApplication;
import io.huizong.aggregation.batch.LogEntry;
import io.huizong.aggregation.log.OffsetRange;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.report.LoggedEvent;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportEvent;

/** Applies events without a broker, as if they stood in a log of its own. */
@Dependent
class Applier {

    private final String logId = UUID.randomUUID().toString();
    private final BatchApplication application;
    private final DivisionTree tree;

    Applier(BatchApplication application, DivisionTree tree) {
        this.application = application;
        this.tree = tree;
    }

    /** Applies them in one transaction; they begin at that offset of that partition. */
    void apply(int partition, long offset, List<? extends ReportEvent> events) {
        List<LogEntry> entries = new ArrayList<>();
        for (ReportEvent event : events) {
            Place place = new Place(tree.get(event.jurisdiction()).orElseThrow(), event.period());
            entries.add(new LogEntry.Applicable(
                    new LoggedEvent(event, Optional.of(place), List.of(), partition, offset + entries.size())));
        }
        application.apply(
                Batch.of(logId, Map.of(partition, new OffsetRange(offset, offset + entries.size())), entries));
    }
}
