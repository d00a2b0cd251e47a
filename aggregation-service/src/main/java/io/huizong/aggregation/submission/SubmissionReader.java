package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;

/** Reads submissions and their outcomes. */
@ApplicationScoped
public class SubmissionReader {

    private static final String VIEW = """
            select s.id.submissionId, s.kind, s.id.jurisdiction, s.id.period, s.outcome, s.revision, s.replaced, s.client,
                s.submittedAt, s.partition, s.offset, u.notCounted
            from SubmissionRow s
            left join UncountedRow u on u.id.generation = s.id.generation and u.id.period = s.id.period
                and u.id.jurisdiction = s.id.jurisdiction and u.id.submissionId = s.id.submissionId
            where s.id.generation = :generation""";
    private static final String ONE = VIEW + " and s.id.submissionId = :id order by s.id.period, s.id.jurisdiction";
    private static final String REVISIONS = VIEW + """
             and s.id.jurisdiction = :jurisdiction and s.id.period = :period and s.revision < :before
            order by s.revision desc""";
    private static final String OF_PARTITION = VIEW + """
             and s.client = :client and s.topicId = :topic and s.partition = :partition and s.offset >= :offset
                and s.submittedAt >= :since
            order by s.offset""";

    private static final String TOPIC_IDS =
            "select id, topicId from SubmissionRow where id.generation = :generation and id.submissionId in ";

    private final StatelessSession session;
    private final UnreadableRecords unreadable;
    private final SubmissionJson json;

    SubmissionReader(StatelessSession session, UnreadableRecords unreadable, SubmissionJson json) {
        this.session = session;
        this.unreadable = unreadable;
        this.json = json;
    }

    /** The submission of that id; empty while it has no outcome yet, or if there is none. */
    @Transactional
    public Optional<SubmissionView> find(int generation, UUID submissionId) {
        // More than one only if producers other than the intake wrote to the topic.
        return views(query(ONE, generation, 1).setParameter("id", submissionId)).stream()
                .findFirst()
                .or(() -> unreadable.find(generation, submissionId).map(SubmissionView::of));
    }

    /** Those of the submissions that have an outcome. */
    @Transactional
    public Set<UUID> known(int generation, Set<UUID> submissionIds) {
        Set<UUID> known = new TreeSet<>();
        topicIds(generation, submissionIds).keySet().forEach(id -> known.add(id.submissionId()));
        known.addAll(unreadable.known(generation, submissionIds));
        return known;
    }

    /** The known submissions of those ids, and for each the id of the topic that it was read from. */
    Map<SubmissionRow.Id, String> topicIds(int generation, Collection<UUID> submissionIds) {
        Map<SubmissionRow.Id, String> known = new HashMap<>();
        InList.forEach(
                submissionIds,
                in -> session.createSelectionQuery(TOPIC_IDS + in, Object[].class)
                        .setParameter("generation", generation),
                row -> known.put((SubmissionRow.Id) row[0], String.valueOf(row[1])));
        return known;
    }

    /**
     * The revisions of a report, withdrawals included, newest first.
     *
     * @param before only those that it is above
     * @param limit the most to read
     */
    @Transactional
    public List<SubmissionView> revisions(int generation, RollupKey key, int before, int limit) {
        return views(query(REVISIONS, generation, limit)
                .setParameter("jurisdiction", key.jurisdiction().code())
                .setParameter("period", key.period().toString())
                .setParameter("before", before));
    }

    /**
     * The submissions of a client, whatever their outcome: of each partition by offset, of several the oldest first.
     * What has not been read again from a topic that was made anew is not in it, as its offsets are of another topic.
     *
     * @param topicId id of the topic
     * @param since only what the intake accepted then or later
     * @param next the offset to begin at of each partition
     * @param limit the most to read
     */
    @Transactional
    public List<SubmissionView> byClient(
            int generation, String client, String topicId, Instant since, Map<Integer, Long> next, int limit) {
        List<List<SubmissionView>> partitions = new ArrayList<>();
        next.forEach((partition, offset) -> partitions.add(views(query(OF_PARTITION, generation, limit)
                .setParameter("client", client)
                .setParameter("topic", topicId)
                .setParameter("partition", partition)
                .setParameter("offset", offset)
                .setParameter("since", since))));
        return merged(partitions, limit);
    }

    private SelectionQuery<Object[]> query(String query, int generation, int limit) {
        return session.createSelectionQuery(query, Object[].class)
                .setParameter("generation", generation)
                .setMaxResults(limit);
    }

    /** Of each list a beginning, so that what is left of it begins after an offset. */
    private static List<SubmissionView> merged(List<List<SubmissionView>> partitions, int limit) {
        PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(head -> head.first().submittedAt()));
        partitions.stream().filter(found -> !found.isEmpty()).forEach(found -> heads.add(new Head(found, 0)));
        List<SubmissionView> merged = new ArrayList<>();
        while (!heads.isEmpty() && merged.size() < limit) {
            Head head = heads.poll();
            merged.add(head.first());
            head.rest().ifPresent(heads::add);
        }
        return merged;
    }

    /** What is left of a list. */
    private record Head(List<SubmissionView> found, int index) {

        SubmissionView first() {
            return found.get(index);
        }

        Optional<Head> rest() {
            return index + 1 < found.size() ? Optional.of(new Head(found, index + 1)) : Optional.empty();
        }
    }

    private List<SubmissionView> views(SelectionQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new SubmissionView(
                        (UUID) row[0],
                        (SubmissionKind) row[1],
                        (String) row[2],
                        (String) row[3],
                        (SubmissionOutcome) row[4],
                        (Integer) row[5],
                        (UUID) row[6],
                        (String) row[7],
                        (Instant) row[8],
                        (Integer) row[9],
                        (Long) row[10],
                        json.readNotCounted((String) row[11]),
                        null))
                .toList();
    }
}
