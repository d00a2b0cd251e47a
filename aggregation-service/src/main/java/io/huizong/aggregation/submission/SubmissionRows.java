package io.huizong.aggregation.submission;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.Chunks;
import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.persistence.RowStatement;
import io.huizong.aggregation.persistence.Values;

@ApplicationScoped
class SubmissionRows {

    private static final String KNOWN =
            "select id, topicId from SubmissionRow where id.generation = :generation and id.submissionId in ";
    private static final RowStatement<Moved> MOVING = new RowStatement<>("""
            update submission set log_id = ?, log_partition = ?, log_offset = ?
            where generation = ? and submission_id = ? and jurisdiction = ? and period = ?""", (update, row) -> {
        update.setString(1, row.topicId());
        update.setInt(2, row.event().partition());
        update.setLong(3, row.event().offset());
        update.setInt(4, row.id().generation());
        update.setBytes(5, Values.binary(row.id().submissionId()));
        update.setString(6, row.id().jurisdiction());
        update.setString(7, row.id().period());
    });

    private final StatelessSession session;

    /** A submission that is read again, from the topic with that id. */
    record Moved(SubmissionRow.Id id, String topicId, IngestedEvent event) {}

    SubmissionRows(StatelessSession session) {
        this.session = session;
    }

    /** The known submissions of those ids, and the topic id of each. */
    Map<SubmissionRow.Id, String> known(int generation, Collection<UUID> submissionIds) {
        Map<SubmissionRow.Id, String> known = new HashMap<>();
        InList.forEach(
                submissionIds,
                in -> session.createSelectionQuery(KNOWN + in, Object[].class).setParameter("generation", generation),
                row -> known.put((SubmissionRow.Id) row[0], String.valueOf(row[1])));
        return known;
    }

    /** Stores where submissions are that were read from another topic before. */
    void move(List<Moved> moved) {
        MOVING.run(session, moved);
    }

    /** Adds many submissions at once, or what of them is in no total. */
    void insert(List<?> rows) {
        Chunks.of(rows).forEach(session::insertMultiple);
    }
}
