package io.huizong.aggregation.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.Dependent;

import io.huizong.aggregation.ingest.batch.Batch;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportEvent;

/** Applies events without a broker, as if they stood in a log of its own. */
@Dependent
public class Applier {

    private final String topicId = UUID.randomUUID().toString();
    private final BatchTransaction application;
    private final DivisionTree tree;

    public Applier(BatchTransaction application, DivisionTree tree) {
        this.application = application;
        this.tree = tree;
    }

    /** Applies them in one transaction; they begin at that offset of that partition. */
    public void apply(int partition, long offset, List<? extends ReportEvent> events) {
        List<IngestedRecord> entries = new ArrayList<>();
        for (ReportEvent event : events) {
            RollupKey place = new RollupKey(tree.get(event.jurisdiction()).orElseThrow(), event.period());
            entries.add(new IngestedEvent(event, Optional.of(place), List.of(), partition, offset + entries.size()));
        }
        application.apply(
                Batch.of(topicId, Map.of(partition, new OffsetRange(offset, offset + entries.size())), entries));
    }
}
