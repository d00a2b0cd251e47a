package io.huizong.system.rollout;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.system.instances.ReportsLog;

/** A hundred reports a second, each of another township, each with one visit. */
final class SteadyReports implements AutoCloseable {

    private static final int TOGETHER = 10;
    private static final long EVERY_MILLIS = 100;

    private final Iterator<Jurisdiction> townships = DivisionTree.bundled().all().stream()
            .filter(jurisdiction -> jurisdiction.level() == Level.TOWNSHIP && jurisdiction.existsIn(2022))
            .iterator();
    private final AtomicInteger published = new AtomicInteger();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> sending;
    private final ReportsLog log;

    SteadyReports(ReportsLog log) {
        this.log = log;
        sending = thread.scheduleAtFixedRate(this::publish, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void publish() {
        List<ReportEvent> reports = IntStream.range(0, TOGETHER)
                .mapToObj(one -> report(townships.next()))
                .toList();
        try {
            log.publish(reports);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        published.addAndGet(TOGETHER);
    }

    private static ReportEvent report(Jurisdiction township) {
        Report report = new Report(
                township.code(),
                Period.parse("2022"),
                Scope.WHOLE_AREA,
                Map.of("petitions.visits", Figure.exact(1)),
                Map.of(),
                List.of(),
                null,
                null);
        return new ReportSubmitted(UUID.randomUUID(), Instant.now(), report, Origin.of("upstream"), null, List.of());
    }

    /** Ends the load; how many reports the log has. */
    int finished() throws InterruptedException {
        boolean endedByItself = sending.isDone();
        sending.cancel(false);
        thread.shutdown();
        if (endedByItself || !thread.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The load did not end when it was to");
        }
        return published.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
