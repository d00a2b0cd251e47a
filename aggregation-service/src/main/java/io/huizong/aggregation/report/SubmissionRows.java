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

    /** What those of the submissions came to that are known already. */
    Map<UUID, Outcome> outcomes(int generation, Collection<UUID> submissionIds) {
        Map<UUID, Outcome> outcomes = new HashMap<>();
        InList.of(submissionIds).forEach(some -> some.bind(session.createSelectionQuery(
                        "select id.submissionId, outcome from SubmissionRow where id.generation = :generation and id.submissionId in "
                                + some.parameters(),
                        Object[].class))
                .setParameter("generation", generation)
                .getResultList()
                .forEach(row -> outcomes.put((UUID) row[0], (Outcome) row[1])));
        return outcomes;
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
