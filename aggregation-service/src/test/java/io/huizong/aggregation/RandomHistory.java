package io.huizong.aggregation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.huizong.aggregation.ingest.batch.Batch;
import io.huizong.aggregation.ingest.batch.BatchTransaction;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** A log of reports and withdrawals as they may come, all levels of the tree and two periods mixed. */
public final class RandomHistory {

    /** Of histories in {@code mvn verify}, so that it means the same each time; {@code -Dhistory.seed} gives another. */
    public static final long SEED = Long.getLong("history.seed", 20_221_127);

    public static final List<Period> PERIODS = List.of(Period.parse("2021"), Period.parse("2021-H1"));
    public static final List<String> FIGURES =
            List.of("mediation.disputes_arisen", "mediation.cases_mediated", "mediation.cases_succeeded");
    public static final String RATE = "mediation.success_rate";
    public static final String LOCAL = "services.centre_items";

    private static final int PARTITIONS = 3;

    private final String topicId;
    private final Random random;
    private final List<Jurisdiction> jurisdictions;
    private final Map<RollupKey, Report> current = new HashMap<>();
    private final List<List<IngestedRecord>> partitions = new ArrayList<>();

    /** @param events how many events there are in the log */
    public RandomHistory(String topicId, long seed, DivisionTree tree, int events) {
        this.topicId = topicId;
        this.random = new Random(seed);
        this.jurisdictions = Stream.of("53", "5301", "5303", "530181", "530112", "530302", "CN")
                .map(code -> tree.get(code).orElseThrow())
                .flatMap(above -> Stream.concat(
                        Stream.of(above),
                        above.code().length() == 6
                                ? tree.children(above).stream().limit(4)
                                : Stream.empty()))
                .toList();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new ArrayList<>());
        }
        for (int number = 0; number < events; number++) {
            add(jurisdictions.get(random.nextInt(jurisdictions.size())));
        }
    }

    private void add(Jurisdiction jurisdiction) {
        RollupKey place = new RollupKey(jurisdiction, PERIODS.get(random.nextInt(PERIODS.size())));
        ReportEvent event = random.nextInt(8) == 0
                ? ReportsTopicWriter.withdrawn(
                        jurisdiction.code(), place.period().toString())
                : ReportsTopicWriter.submitted(report(place));
        // A jurisdiction's events stand in one partition, as its code is their key.
        int partition = Math.floorMod(jurisdiction.code().hashCode(), PARTITIONS);
        List<IngestedRecord> log = partitions.get(partition);
        log.add(new IngestedEvent(event, Optional.of(place), List.of(), partition, log.size()));
        if (event instanceof ReportSubmitted submitted) {
            current.put(place, submitted.report());
        } else {
            current.remove(place);
        }
    }

    private Report report(RollupKey place) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<String> codes = new ArrayList<>(FIGURES);
        codes.add(LOCAL);
        Collections.shuffle(codes, random);
        for (String code : codes.subList(0, random.nextInt(codes.size() + 1))) {
            Qualifier qualifier = Qualifier.values()[random.nextInt(3)];
            figures.put(code, new Figure(BigDecimal.valueOf(random.nextInt(1000)), qualifier));
        }
        Map<String, BigDecimal> rates =
                random.nextBoolean() ? Map.of(RATE, BigDecimal.valueOf(random.nextInt(10001), 2)) : Map.of();
        Scope scope = random.nextInt(3) == 0 ? Scope.OWN_LEVEL : Scope.WHOLE_AREA;
        return new Report(place.jurisdiction().code(), place.period(), scope, figures, rates, null, null, null);
    }

    /** Who reports in it. */
    public List<Jurisdiction> jurisdictions() {
        return jurisdictions;
    }

    /** The reports that are current when all of it has been applied. */
    public Map<RollupKey, Report> current() {
        return Collections.unmodifiableMap(current);
    }

    /** All its events, those of a jurisdiction in their order. */
    public List<ReportEvent> events() {
        return partitions.stream()
                .flatMap(List::stream)
                .map(entry -> ((IngestedEvent) entry).event())
                .toList();
    }

    /** Applies each partition by a thread of its own; returns when all is applied. */
    public void apply(BatchTransaction application) throws Exception {
        ExecutorService appliers = Executors.newFixedThreadPool(PARTITIONS);
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (List<IngestedRecord> events : partitions) {
                List<List<IngestedRecord>> deliveries = deliveries(events);
                work.add(() -> {
                    deliveries.forEach(delivery -> application.apply(batch(delivery)));
                    return null;
                });
            }
            for (Future<Void> done : appliers.invokeAll(work)) {
                done.get();
            }
        } finally {
            appliers.shutdownNow();
        }
    }

    private Batch batch(List<IngestedRecord> delivery) {
        IngestedRecord first = delivery.get(0);
        OffsetRange range = new OffsetRange(
                first.offset(), delivery.get(delivery.size() - 1).offset() + 1);
        return Batch.of(topicId, Map.of(first.partition(), range), delivery);
    }

    /** The events in batches of all sizes; now and then the batches since a while ago come again. */
    private List<List<IngestedRecord>> deliveries(List<IngestedRecord> events) {
        List<List<IngestedRecord>> deliveries = new ArrayList<>();
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(40));
            deliveries.add(events.subList(next, end));
            next = random.nextInt(4) == 0 ? Math.max(0, end - random.nextInt(30)) : end;
        }
        return deliveries;
    }
}
