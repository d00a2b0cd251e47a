package io.huizong.aggregation.report;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.StatelessSession;

import io.huizong.aggregation.upsert.Chunks;

@ApplicationScoped
class SubmissionRows implements PanacheRepositoryBase<SubmissionRow, SubmissionRowId> {

    private final StatelessSession session;

    SubmissionRows(StatelessSession session) {
        this.session = session;
    }

    /** What those of the submissions came to that are known already. */
    Map<UUID, Outcome> outcomes(int generation, Collection<UUID> submissionIds) {
        return session
                .createSelectionQuery(
                        "select id.submissionId, outcome from SubmissionRow where id.generation = :generation and id.submissionId in :ids",
                        Object[].class)
                .setParameter("generation", generation)
                .setParameter("ids", submissionIds)
                .getResultList()
                .stream()
                .collect(toMap(row -> (UUID) row[0], row -> (Outcome) row[1]));
    }

    /** Adds many at once. */
    void insert(List<SubmissionRow> rows) {
        Chunks.of(rows).forEach(session::insertMultiple);
    }

    /** Puts rows in the place of those that are there. */
    void replace(List<SubmissionRow> rows) {
        session.updateMultiple(rows);
    }
}
