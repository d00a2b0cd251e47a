package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.ArrayList;
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
            select id, kind, outcome, revision, replaced, client, submittedAt, logPartition, logOffset
            from SubmissionRow where id.generation = :generation""";
    private static final String ONE = VIEW + " and id.submissionId = :id order by id.period, id.jurisdiction";
    private static final String REVISIONS = VIEW + """
             and id.jurisdiction = :jurisdiction and id.period = :period and revision < :before
            order by revision desc""";
    private static final String OF_PARTITION = VIEW + """
             and client = :client and logId = :log and logPartition = :partition and logOffset >= :offset
                and submittedAt >= :since
            order by logOffset""";
    private static final String UNCOUNTED =
            "from UncountedRow where id.generation = :generation and id.submissionId in ";

    private final StatelessSession session;
    private final SubmissionRows rows;
    private final UnreadableRecords unreadable;
    private final SubmissionJson json;

    SubmissionReader(StatelessSession session, SubmissionRows rows, UnreadableRecords unreadable, SubmissionJson json) {
        this.session = session;
        this.rows = rows;
        this.unreadable = unreadable;
        this.json = json;
    }

    /** What is shown of a submission, without its report. */
    record Summary(
            SubmissionRowId id,
            SubmissionKind kind,
            SubmissionOutcome outcome,
            Integer revision,
            UUID replaced,
            String client,
            Instant submittedAt,
            int partition,
            long offset) {}

    /** The submission of that id; empty while it has no outcome yet, or if there is none. */
    @Transactional
    public Optional<SubmissionView> find(int generation, UUID submissionId) {
        // More than one only if producers other than the intake wrote to the topic.
        return views(query(ONE, generation, 1).setParameter("id", submissionId).getResultList()).stream()
                .findFirst()
                .or(() -> unreadable.find(generation, submissionId).map(SubmissionView::of));
    }

    /** Those of the submissions that have an outcome. */
    @Transactional
    public Set<UUID> known(int generation, Set<UUID> submissionIds) {
        Set<UUID> known = new TreeSet<>();
        rows.known(generation, submissionIds).keySet().forEach(id -> known.add(id.submissionId()));
        known.addAll(unreadable.known(generation, submissionIds));
        return known;
    }

    /**
     * The revisions of a report, withdrawals included, newest first.
     *
     * @param before only those that it is above
     * @param limit the most to read
     */
    @Transactional
    public List<SubmissionView> revisions(int generation, RollupKey place, int before, int limit) {
        return views(query(REVISIONS, generation, limit)
                .setParameter("jurisdiction", place.jurisdiction().code())
                .setParameter("period", place.period().toString())
                .setParameter("before", before)
                .getResultList());
    }

    /**
     * The submissions of a client, whatever their outcome: of each partition by offset, of several the oldest first.
     * What has not been read again from a log that was made anew is not in it, as its offsets are of another log.
     *
     * @param logId id of the log
     * @param since only what the intake accepted then or later
     * @param next the offset to begin at of each partition
     * @param limit the most to read
     */
    @Transactional
    public List<SubmissionView> byClient(
            int generation, String client, String logId, Instant since, Map<Integer, Long> next, int limit) {
        List<List<Summary>> partitions = new ArrayList<>();
        next.forEach((partition, offset) -> partitions.add(query(OF_PARTITION, generation, limit)
                .setParameter("client", client)
                .setParameter("log", logId)
                .setParameter("partition", partition)
                .setParameter("offset", offset)
                .setParameter("since", since)
                .getResultList()));
        return views(merged(partitions, limit));
    }

    private SelectionQuery<Summary> query(String query, int generation, int limit) {
        return session.createSelectionQuery(query, Summary.class)
                .setParameter("generation", generation)
                .setMaxResults(limit);
    }

    /** Of each list a beginning, so that what is left of it begins after an offset. */
    private static List<Summary> merged(List<List<Summary>> partitions, int limit) {
        PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(head -> head.first().submittedAt()));
        partitions.stream().filter(found -> !found.isEmpty()).forEach(found -> heads.add(new Head(found, 0)));
        List<Summary> merged = new ArrayList<>();
        while (!heads.isEmpty() && merged.size() < limit) {
            Head head = heads.poll();
            merged.add(head.first());
            head.rest().ifPresent(heads::add);
        }
        return merged;
    }

    /** What is left of a list. */
    private record Head(List<Summary> found, int index) {

        Summary first() {
            return found.get(index);
        }

        Optional<Head> rest() {
            return index + 1 < found.size() ? Optional.of(new Head(found, index + 1)) : Optional.empty();
        }
    }

    private List<SubmissionView> views(List<Summary> found) {
        Map<UncountedRow.UncountedId, String> uncounted = new HashMap<>();
        InList.forEach(
                found.stream().map(one -> one.id().submissionId()).toList(),
                in -> session.createSelectionQuery(UNCOUNTED + in, UncountedRow.class)
                        .setParameter("generation", found.get(0).id().generation()),
                row -> uncounted.put(row.id, row.notCounted));
        return found.stream()
                .map(one -> SubmissionView.of(
                        one, json.readNotCounted(uncounted.get(UncountedRow.UncountedId.of(one.id())))))
                .toList();
    }
}
