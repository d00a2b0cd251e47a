package io.huizong.aggregation.log;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Where the log ends, asked for in the background so that no request waits for a broker. */
@ApplicationScoped
public class LogEnds {

    private static final Logger LOG = Logger.getLogger(LogEnds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration TRUSTED = Duration.ofSeconds(10);

    private final Map<String, Object> kafka;
    private final TopicConfiguration topics;
    private final LogId log;
    private final InstantSource clock = InstantSource.system();
    private Admin admin;
    private volatile Ends ends;
    private boolean reached;

    LogEnds(@Identifier("default-kafka-broker") Map<String, Object> kafka, TopicConfiguration topics, LogId log) {
        this.kafka = kafka;
        this.topics = topics;
        this.log = log;
    }

    /**
     * The end of the log as it was a moment ago.
     *
     * @param logId id of the log
     * @param offsets the offset after the last record of each partition
     * @param askedAt when it was asked for
     */
    record Ends(String logId, Map<Integer, Long> offsets, Instant askedAt) {}

    /** The ends as they were at most ten seconds ago; empty if the brokers have not answered since. */
    Optional<Ends> get() {
        Ends last = ends;
        return last == null || last.askedAt().plus(TRUSTED).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(last);
    }

    @Scheduled(every = "{huizong.lag.look-for-ends}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        try {
            ends = ask();
            reached = true;
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            if (reached) {
                LOG.warnf("How many records wait is unknown until the brokers answer: %s", e);
            }
            reached = false;
        }
    }

    private Ends ask() throws ExecutionException, InterruptedException, TimeoutException {
        if (admin == null) {
            admin = Admin.create(new HashMap<>(kafka));
        }
        // First, as the client complains loudly about a topic that is not there yet.
        String logId = log.get();
        Instant now = clock.instant();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        for (int partition = 0; partition < topics.partitions(); partition++) {
            wanted.put(new TopicPartition(topics.reports(), partition), OffsetSpec.latest());
        }
        Map<Integer, Long> offsets = new HashMap<>();
        admin.listOffsets(wanted)
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .forEach((partition, end) -> offsets.put(partition.partition(), end.offset()));
        return new Ends(logId, offsets, now);
    }

    @PreDestroy
    void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
