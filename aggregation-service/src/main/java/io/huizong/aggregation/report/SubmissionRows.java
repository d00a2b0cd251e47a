package io.huizong.aggregation.report;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.StatelessSession;

import io.huizong.aggregation.bulk.Chunks;
import io.huizong.aggregation.bulk.InList;

@ApplicationScoped
class SubmissionRows implements PanacheRepositoryBase<SubmissionRow, SubmissionRowId> {

    private final StatelessSession session;

    SubmissionRows(StatelessSession session) {
        this.session = session;
    }

    /** The submissions of those ids that are known already, and the log in which each stands. */
    Map<SubmissionRowId, String> known(int generation, Collection<UUID> submissionIds) {
        Map<SubmissionRowId, String> known = new HashMap<>();
        InList.of(submissionIds).forEach(some -> some.bind(session.createSelectionQuery(
                        "select id, logId from SubmissionRow where id.generation = :generation and id.submissionId in "
                                + some.parameters(),
                        Object[].class))
                .setParameter("generation", generation)
                .getResultList()
                .forEach(row -> known.put((SubmissionRowId) row[0], String.valueOf(row[1]))));
        return known;
    }

    /** Says where a submission stands that was read in another log before. */
    void move(SubmissionRowId id, String logId, LoggedEvent logged) {
        session.createMutationQuery(
                        "update SubmissionRow set logId = :log, logPartition = :partition, logOffset = :offset where id = :id")
                .setParameter("log", logId)
                .setParameter("partition", logged.partition())
                .setParameter("offset", logged.offset())
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Adds many at once. */
    void insert(List<SubmissionRow> rows) {
        Chunks.of(rows).forEach(session::insertMultiple);
    }

    /** Adds what of submissions is in no total. */
    void insertUncounted(List<UncountedRow> rows) {
        Chunks.of(rows).forEach(session::insertMultiple);
    }
}
