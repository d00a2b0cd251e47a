package io.huizong.aggregation.report;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
class SubmissionRows implements PanacheRepositoryBase<SubmissionRow, SubmissionRowId> {

    /** Those of the submissions that are known already, whatever they came to. */
    Set<UUID> known(int generation, Collection<UUID> submissionIds) {
        return new HashSet<>(find(
                        "select id.submissionId from SubmissionRow where id.generation = ?1 and id.submissionId in ?2",
                        generation,
                        submissionIds)
                .project(UUID.class)
                .list());
    }

    /** Those of the submissions that were dead-lettered, by their ids. */
    Map<UUID, SubmissionRow> deadLettered(int generation, Collection<UUID> submissionIds) {
        return list(
                        "id.generation = ?1 and id.submissionId in ?2 and outcome = ?3",
                        generation,
                        submissionIds,
                        Outcome.DEAD_LETTERED)
                .stream()
                .collect(toMap(row -> row.id.submissionId(), row -> row));
    }
}
