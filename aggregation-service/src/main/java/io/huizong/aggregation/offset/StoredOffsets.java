package io.huizong.aggregation.offset;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.Session;

import io.huizong.aggregation.persistence.RowStatement;
import io.huizong.aggregation.persistence.Values;

/**
 * The stored offsets: how far a generation has read the topic. The offsets that consumers commit to Kafka only show
 * the lag to other tools; these decide, because they move in the transaction of the totals.
 */
@ApplicationScoped
public class StoredOffsets implements PanacheRepositoryBase<StoredOffsetRow, StoredOffsetRow.Id> {

    private static final String OF_TOPIC =
            "select id.partition, nextOffset from StoredOffsetRow where id.generation = ?1 and id.topicId = ?2";
    private static final String LOST = "id.generation = ?1 and id.topicId = ?2 and lostAt = nextOffset";
    private static final String INSERT = """
            insert into log_position (generation, log_id, log_partition, next_offset) values (?, ?, ?, 0)
            on duplicate key update next_offset = next_offset""";
    private static final RowStatement<StoredOffsetRow.Id> MAKING =
            new RowStatement<>(INSERT, (upsert, id) -> id.bind(upsert));
    private static final String UPDATE = """
            insert into log_position (generation, log_id, log_partition, next_offset, applied_through)
            values (?, ?, ?, ?, ?)
            on duplicate key update next_offset = values(next_offset),
                applied_through = greatest(coalesce(applied_through, values(applied_through)),
                                           coalesce(values(applied_through), applied_through))""";
    private static final RowStatement<Move> MOVING = new RowStatement<>(UPDATE, (upsert, move) -> {
        move.id().bind(upsert);
        upsert.setLong(4, move.nextOffset());
        upsert.setObject(5, Values.utc(move.newest()));
    });

    /** The next offset of every partition that was read. */
    @Transactional
    public Map<Integer, Long> read(int generation, String topicId) {
        // Columns, not entities: a second read in one transaction must see what was written since.
        return find(OF_TOPIC, generation, topicId).project(NextOffset.class).stream()
                .collect(toMap(NextOffset::partition, NextOffset::nextOffset));
    }

    /** How many offsets before those ends, by partition, a generation has not read yet. */
    @Transactional
    public long lag(int generation, String topicId, Map<Integer, Long> ends) {
        Map<Integer, Long> reached = read(generation, topicId);
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - reached.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    /**
     * The next offset of every partition that anything was taken in from, and of those partitions in any case. Theirs are
     * locked until the transaction ends, so that nobody else takes them in meanwhile.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Integer, Long> lock(int generation, String topicId, SortedSet<Integer> partitions) {
        MAKING.run(
                getEntityManager().unwrap(Session.class),
                partitions.stream()
                        .map(partition -> new StoredOffsetRow.Id(generation, topicId, partition))
                        .toList());
        return read(generation, topicId);
    }

    /**
     * Moves the offsets of partitions that are locked.
     *
     * @param nextOffsets by partition
     * @param newest by partition, time of the newest event taken in by it, if there is any
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void move(
            int generation, String topicId, SortedMap<Integer, Long> nextOffsets, Map<Integer, Instant> newest) {
        MOVING.run(
                getEntityManager().unwrap(Session.class),
                nextOffsets.entrySet().stream()
                        .map(next -> new Move(
                                new StoredOffsetRow.Id(generation, topicId, next.getKey()),
                                next.getValue(),
                                newest.get(next.getKey())))
                        .toList());
    }

    /** The partitions that are known to have lost records which the next ones would have to follow. */
    @Transactional
    public Set<Integer> lost(int generation, String topicId) {
        return list(LOST, generation, topicId).stream()
                .map(row -> row.id.partition())
                .collect(toSet());
    }

    /** Keeps in mind that a partition ended before its offset: more records do not change that. */
    @Transactional
    public void keepLost(int generation, String topicId, int partition, long nextOffset) {
        update(
                "lostAt = nextOffset where id.generation = ?1 and id.topicId = ?2 and id.partition = ?3 and nextOffset = ?4",
                generation,
                topicId,
                partition,
                nextOffset);
    }

    /** Whether any generation has read a topic. */
    @Transactional
    public boolean anyTopic() {
        return count("id.partition >= 0") > 0;
    }

    /** How far all topics together have been read. */
    @Transactional
    public Reach reach(int generation) {
        Map<String, Map<Integer, Long>> next = new HashMap<>();
        Instant newest = null;
        for (StoredOffsetRow row : list("id.generation", generation)) {
            next.computeIfAbsent(row.id.topicId(), unknown -> new HashMap<>()).put(row.id.partition(), row.nextOffset);
            if (row.appliedThrough != null && (newest == null || row.appliedThrough.isAfter(newest))) {
                newest = row.appliedThrough;
            }
        }
        return new Reach(newest, next);
    }

    /**
     * How far a generation is.
     *
     * @param appliedThrough time of the newest event taken in; null before the first
     * @param nextOffsets by topic and partition
     */
    public record Reach(Instant appliedThrough, Map<String, Map<Integer, Long>> nextOffsets) {}

    private record Move(StoredOffsetRow.Id id, long nextOffset, Instant newest) {}

    private record NextOffset(int partition, long nextOffset) {}
}
