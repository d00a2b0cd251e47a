package io.huizong.aggregation.submission;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.persistence.RowStatement;
import io.huizong.aggregation.persistence.Values;
import io.huizong.contract.event.ReportEvent;

/** Which submission came first under each idempotency key for a jurisdiction and period. */
@ApplicationScoped
class SubmissionKeys {

    private static final Comparator<SubmissionKeyRow.Id> LOCK_ORDER = Comparator.comparing(SubmissionKeyRow.Id::client)
            .thenComparing(SubmissionKeyRow.Id::idempotencyKey)
            .thenComparingLong(SubmissionKeyRow.Id::bodyLine)
            .thenComparing(SubmissionKeyRow.Id::period)
            .thenComparing(SubmissionKeyRow.Id::jurisdiction);
    private static final String INSERT = """
            insert into submission_key (generation, client, idempotency_key, body_line, submission_id, jurisdiction, period)
            values (?, ?, ?, ?, ?, ?, ?) on duplicate key update submission_id = submission_id""";
    private static final RowStatement<Map.Entry<SubmissionKeyRow.Id, UUID>> STORING =
            new RowStatement<>(INSERT, (upsert, entry) -> {
                upsert.setInt(1, entry.getKey().generation());
                upsert.setString(2, entry.getKey().client());
                upsert.setString(3, entry.getKey().idempotencyKey());
                upsert.setLong(4, entry.getKey().bodyLine());
                upsert.setBytes(5, Values.binary(entry.getValue()));
                upsert.setString(6, entry.getKey().jurisdiction());
                upsert.setString(7, entry.getKey().period());
            });

    private final StatelessSession session;

    SubmissionKeys(StatelessSession session) {
        this.session = session;
    }

    /**
     * The submissions under a key that another submission for the same jurisdiction and period has used before; stores the new
     * keys. To be called under the locks of the reports.
     *
     * @param events each the first record of its submission, so that what comes again neither has a key nor takes one
     */
    Set<SubmissionRow.Id> reusing(int generation, Collection<IngestedEvent> events) {
        List<ReportEvent> keyed = events.stream()
                .map(IngestedEvent::event)
                .filter(event -> event.origin().idempotencyKey() != null)
                .toList();
        SortedMap<SubmissionKeyRow.Id, UUID> first = new TreeMap<>(LOCK_ORDER);
        keyed.forEach(event -> first.putIfAbsent(SubmissionKeyRow.Id.of(generation, event), event.submissionId()));
        STORING.run(session, List.copyOf(first.entrySet()));
        InList.forEach(
                first.keySet(),
                in -> session.createSelectionQuery("from SubmissionKeyRow where id in " + in, SubmissionKeyRow.class),
                row -> first.put(row.id, row.submissionId));
        return keyed.stream()
                .filter(event -> !event.submissionId().equals(first.get(SubmissionKeyRow.Id.of(generation, event))))
                .map(event -> SubmissionRow.Id.of(generation, event))
                .collect(toSet());
    }
}
