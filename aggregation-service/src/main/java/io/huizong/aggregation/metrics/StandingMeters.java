package io.huizong.aggregation.metrics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import io.huizong.aggregation.live.ChangeFeed;
import io.huizong.aggregation.log.TopicConfiguration;

/** Shows how the totals stood at the last look; what is unknown, or was looked up too long ago, is NaN. */
@Startup
@ApplicationScoped
class StandingMeters {

    private static final Logger LOG = Logger.getLogger(StandingMeters.class);
    private static final Duration TRUSTED = Duration.ofMinutes(1);
    private static final double MILLIS = 1000;

    private final StandingReader reader;
    private final MeterRegistry meters;
    private final List<Gauge> gauges = new ArrayList<>();
    private final InstantSource clock = InstantSource.system();
    private volatile Standing standing;
    private boolean failed;

    StandingMeters(StandingReader reader, TopicConfiguration topics, ChangeFeed changes, MeterRegistry meters) {
        this.reader = reader;
        this.meters = meters;
        for (int number = 0; number < topics.partitions(); number++) {
            int partition = number;
            register(gauge("huizong.lag.records", "Records of a partition that wait to be taken in", now -> now.lag()
                            .getOrDefault(partition, -1L))
                    .tag("partition", Integer.toString(partition)));
        }
        register(gauge("huizong.newest.applied.event.age", "Time since the newest event in the totals", this::age)
                .baseUnit("seconds"));
        register(gauge(
                "huizong.unpublished.rollups",
                "Changed rollups that the topic of changes lacks",
                Standing::unpublishedRollups));
        register(gauge(
                "huizong.unreadable.records",
                "Records of the log that no version can read",
                Standing::unreadableRecords));
        register(gauge(
                "huizong.uncounted.reports",
                "Current reports of which a part is in no total",
                Standing::uncountedReports));
        register(gauge(
                        "huizong.rebuild.progress",
                        "How far a rebuild is, 0 to 1; NaN if none is",
                        Standing::rebuildProgress)
                .baseUnit("ratio"));
        register(Gauge.builder("huizong.sse.clients", changes, ChangeFeed::listeners)
                .description("Clients that listen to changes at this instance")
                .strongReference(true));
    }

    private Gauge.Builder<?> gauge(String name, String description, ToDoubleFunction<Standing> value) {
        return Gauge.builder(name, this, self -> self.shown(value)).description(description);
    }

    private void register(Gauge.Builder<?> gauge) {
        gauges.add(gauge.register(meters));
    }

    /** The registry may outlive this application, and would keep the gauges of the first. */
    @PreDestroy
    void stop() {
        gauges.forEach(meters::remove);
    }

    private double shown(ToDoubleFunction<Standing> value) {
        Standing last = standing;
        boolean isKnown = last != null && last.lookedAt().plus(TRUSTED).isAfter(clock.instant());
        double known = isKnown ? value.applyAsDouble(last) : Double.NaN;
        return known < 0 ? Double.NaN : known;
    }

    private double age(Standing last) {
        return last.appliedThrough() == null
                ? Double.NaN
                : Math.max(
                        0,
                        Duration.between(last.appliedThrough(), clock.instant()).toMillis() / MILLIS);
    }

    @Scheduled(every = "{huizong.metrics.look}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            standing = reader.look();
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.warnf("How the totals stand is unknown until the database answers: %s", e);
            }
            failed = true;
        }
    }
}
