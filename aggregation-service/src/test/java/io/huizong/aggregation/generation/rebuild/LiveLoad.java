package io.huizong.aggregation.generation.rebuild;

import static io.huizong.aggregation.Reports.wholeArea;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.contract.event.ReportSubmitted;

/** Publishes reports of townships, each in turn again and again with another figure, 300 a second until it is closed. */
public final class LiveLoad implements AutoCloseable {

    private static final int AT_ONCE = 3;
    private static final int PAUSE_MILLIS = 10;

    private final ReportsTopicWriter log;
    private final String indicator;
    private final List<String> townships;
    private final Map<String, Integer> current = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> publishing;
    private int published;

    public LiveLoad(ReportsTopicWriter log, String indicator, List<String> townships) {
        this.log = log;
        this.indicator = indicator;
        this.townships = townships;
        this.publishing = clock.scheduleAtFixedRate(this::publish, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        List<ReportSubmitted> reports = new ArrayList<>();
        for (int report = 0; report < AT_ONCE; report++) {
            String township = townships.get(published % townships.size());
            current.put(township, published);
            reports.add(ReportsTopicWriter.submitted(wholeArea(township, indicator, published)));
            published++;
        }
        log.publish(reports);
    }

    /** The sum of the newest figures, after the load was closed. */
    public int sum() {
        return current.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many reports were published, after the load was closed. */
    public int published() {
        return published;
    }

    /** Returns when the broker has all of them. */
    @Override
    public void close() {
        if (publishing.isDone()) {
            throw new IllegalStateException("publishing failed: " + publishing);
        }
        publishing.cancel(false);
        try {
            // After the one that may be under way.
            clock.submit(() -> {}).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            clock.shutdownNow();
        }
    }
}
