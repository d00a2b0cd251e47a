package io.huizong.aggregation.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.place.Place;

/** Reads what submissions came to. */
@ApplicationScoped
public class SubmissionReader {

    private static final String VIEW = """
            select id.submissionId, kind, jurisdiction, period, outcome, reason, revision, replaced, client, submittedAt,
                   logPartition, logOffset
            from SubmissionRow where id.generation = :generation""";
    private static final String REVISIONS = VIEW + """
             and jurisdiction = :jurisdiction and period = :period and revision < :before
            order by revision desc""";
    private static final String BY_CLIENT = VIEW + """
             and client = :client and submittedAt >= :time and (submittedAt > :time or id.submissionId > :id)
            order by submittedAt, id.submissionId""";

    private final SubmissionRows rows;

    SubmissionReader(SubmissionRows rows) {
        this.rows = rows;
    }

    /** The submission of that id; empty while it is not applied yet, or if there is none. */
    @Transactional
    public Optional<SubmissionView> find(int generation, UUID submissionId) {
        return rows.findByIdOptional(new SubmissionRowId(generation, submissionId))
                .map(SubmissionView::of);
    }

    /** Those of the submissions that have an outcome. */
    @Transactional
    public Set<UUID> known(int generation, Set<UUID> submissionIds) {
        return rows.outcomes(generation, submissionIds).keySet();
    }

    /**
     * The revisions of a report, withdrawals included, newest first.
     *
     * @param before only those that it is above
     * @param limit the most to read
     */
    @Transactional
    public List<SubmissionView> revisions(int generation, Place place, int before, int limit) {
        return query(REVISIONS, generation, limit)
                .setParameter("jurisdiction", place.jurisdiction().code())
                .setParameter("period", place.period().toString())
                .setParameter("before", before)
                .getResultList();
    }

    /**
     * What a client submitted, oldest first, whatever it came to.
     *
     * @param after only what comes after it
     * @param limit the most to read
     */
    @Transactional
    public List<SubmissionView> byClient(int generation, String client, SubmissionView.Position after, int limit) {
        return query(BY_CLIENT, generation, limit)
                .setParameter("client", client)
                .setParameter("time", after.submittedAt())
                .setParameter("id", after.submissionId())
                .getResultList();
    }

    private TypedQuery<SubmissionView> query(String query, int generation, int limit) {
        return rows.getEntityManager()
                .createQuery(query, SubmissionView.class)
                .setParameter("generation", generation)
                .setMaxResults(limit);
    }
}
