package io.huizong.aggregation.offset;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

import io.huizong.commons.topic.TopicConfiguration;

/** Where the topic begins and ends. The ends are fetched in the background, so that no request waits for a broker. */
@ApplicationScoped
public class TopicEnds {

    private static final Logger LOG = Logger.getLogger(TopicEnds.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration MAX_AGE = Duration.ofSeconds(5);
    /** Records of transactions that are not ended yet are not counted: nobody gets them. */
    private static final ListOffsetsOptions COMMITTED = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);

    private final KafkaClients clients;
    private final TopicConfiguration topics;
    private final TopicId topic;
    private final InstantSource clock = InstantSource.system();
    private volatile Ends ends;
    private volatile String failure = "the brokers have not been asked yet";
    private volatile boolean gone;
    private boolean reached;

    TopicEnds(KafkaClients clients, TopicConfiguration topics, TopicId topic) {
        this.clients = clients;
        this.topics = topics;
        this.topic = topic;
    }

    /**
     * The ends of the partitions a moment ago.
     *
     * @param topicId id of the topic
     * @param offsets the offset after the last record of each partition
     * @param askedAt when it was asked for
     */
    public record Ends(String topicId, Map<Integer, Long> offsets, Instant askedAt) {}

    /** The ends as they were at most five seconds ago; empty if the brokers have not answered since. */
    public Optional<Ends> get() {
        Ends last = ends;
        return last == null || last.askedAt().plus(MAX_AGE).isBefore(clock.instant())
                ? Optional.empty()
                : Optional.of(last);
    }

    /** Why the end of the topic is unknown; empty if it is known. */
    public Optional<String> unknownBecause() {
        return get().isPresent() ? Optional.empty() : Optional.of(failure);
    }

    /** Whether the brokers had no such topic when they were asked last. */
    public boolean isTopicGone() {
        return gone;
    }

    @Scheduled(every = "{huizong.lag.check-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try {
            Instant now = clock.instant();
            // First, as the client complains loudly about a topic that is not there yet.
            String topicId = topic.ask();
            ends = new Ends(topicId, offsets(all(), OffsetSpec.latest()), now);
            failure = "the brokers do not answer";
            reached = true;
            gone = false;
        } catch (IllegalStateException e) {
            failure = e.getMessage();
            if (reached) {
                LOG.warnf("How many records wait is unknown until the brokers answer: %s", e);
            }
            reached = false;
            gone = e instanceof TopicId.NoTopicException;
            if (e instanceof TopicId.WrongPartitionsException) {
                ends = null;
            }
        }
    }

    /**
     * What the brokers have of those partitions, asked for now.
     *
     * @throws IllegalStateException if they do not answer
     */
    public Map<Integer, RetainedOffsets> ranges(Collection<Integer> partitions) {
        Map<Integer, Long> begins = offsets(partitions, OffsetSpec.earliest());
        Map<Integer, Long> latest = offsets(partitions, OffsetSpec.latest());
        return partitions.stream()
                .collect(toMap(
                        partition -> partition,
                        partition -> new RetainedOffsets(begins.get(partition), latest.get(partition))));
    }

    /** What the brokers have of all partitions, likewise. */
    public Map<Integer, RetainedOffsets> ranges() {
        return ranges(all());
    }

    private Collection<Integer> all() {
        return IntStream.range(0, topics.partitions()).boxed().toList();
    }

    private Map<Integer, Long> offsets(Collection<Integer> partitions, OffsetSpec wanted) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(new TopicPartition(topics.reports(), partition), wanted));
        Map<Integer, Long> offsets = new HashMap<>();
        try {
            clients.admin()
                    .listOffsets(asked, COMMITTED)
                    .all()
                    .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                    .forEach((partition, found) -> offsets.put(partition.partition(), found.offset()));
            return offsets;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the brokers were asked for offsets", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the brokers do not answer", e);
        }
    }
}
