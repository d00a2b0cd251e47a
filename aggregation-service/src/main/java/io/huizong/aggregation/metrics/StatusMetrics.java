package io.huizong.aggregation.metrics;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.ChangeFeed;
import io.huizong.aggregation.metrics.StatusReader.StatusSample;
import io.huizong.commons.metrics.OwnedGauges;
import io.huizong.commons.topic.TopicConfiguration;

/** The gauges of the last status sample; what is unknown or too old is NaN. */
@Startup
@ApplicationScoped
class StatusMetrics {

    private static final Logger LOG = Logger.getLogger(StatusMetrics.class);
    private static final Duration MAX_AGE = Duration.ofMinutes(1);
    private static final double MILLIS = 1000;

    private final StatusReader reader;
    private final InstantSource clock = InstantSource.system();
    private volatile StatusSample latest;
    private boolean failed;

    StatusMetrics(StatusReader reader, TopicConfiguration topics, ChangeFeed changes, OwnedGauges gauges) {
        this.reader = reader;
        for (int number = 0; number < topics.partitions(); number++) {
            int partition = number;
            gauges.register(
                    gauge("huizong.lag.records", "Records of a partition that are not applied yet", now -> now.lag()
                                    .getOrDefault(partition, -1L))
                            .tag("partition", Integer.toString(partition)));
        }
        gauges.register(
                gauge("huizong.newest.applied.event.age", "Time since the newest event in the totals", this::age)
                        .baseUnit("seconds"));
        gauges.register(gauge(
                "huizong.unpublished.rollups",
                "Changed rollups that are not published yet",
                StatusSample::unpublishedRollups));
        gauges.register(gauge(
                "huizong.unreadable.records", "Records that no version can read", StatusSample::unreadableRecords));
        gauges.register(gauge(
                "huizong.uncounted.reports",
                "Current reports of which a part is in no total",
                StatusSample::uncountedReports));
        gauges.register(gauge(
                        "huizong.rebuild.progress",
                        "How far a rebuild is, 0 to 1; NaN if none is",
                        StatusSample::rebuildProgress)
                .baseUnit("ratio"));
        gauges.register(Gauge.builder("huizong.sse.clients", changes, ChangeFeed::subscriptions)
                .description("Subscribers of GET /changes at this instance")
                .strongReference(true));
    }

    private Gauge.Builder<?> gauge(String name, String description, ToDoubleFunction<StatusSample> value) {
        return Gauge.builder(name, this, self -> self.shown(value)).description(description);
    }

    private double shown(ToDoubleFunction<StatusSample> value) {
        StatusSample last = latest;
        boolean isKnown = last != null && last.sampledAt().plus(MAX_AGE).isAfter(clock.instant());
        double known = isKnown ? value.applyAsDouble(last) : Double.NaN;
        return known < 0 ? Double.NaN : known;
    }

    private double age(StatusSample last) {
        return last.appliedThrough() == null
                ? Double.NaN
                : Math.max(
                        0,
                        Duration.between(last.appliedThrough(), clock.instant()).toMillis() / MILLIS);
    }

    @Scheduled(every = "{huizong.metrics.refresh-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            latest = reader.sample();
            failed = false;
        } catch (RuntimeException e) {
            if (!failed) {
                LOG.warnf("The state of the totals is unknown now: %s", e);
            }
            failed = true;
        }
    }
}
