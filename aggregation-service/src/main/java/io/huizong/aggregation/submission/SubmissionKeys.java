package io.huizong.aggregation.submission;

import java.util.Comparator;
import java.util.HashSet;
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

/** Which submission came first under each idempotency key for a place. */
@ApplicationScoped
class SubmissionKeys {

    private static final Comparator<SubmissionKeyId> LOCK_ORDER = Comparator.comparing(SubmissionKeyId::client)
            .thenComparing(SubmissionKeyId::idempotencyKey)
            .thenComparingLong(SubmissionKeyId::bodyLine)
            .thenComparing(SubmissionKeyId::period)
            .thenComparing(SubmissionKeyId::jurisdiction);
    private static final String INSERT = """
            insert into submission_key (generation, client, idempotency_key, body_line, submission_id, jurisdiction, period)
            values (?, ?, ?, ?, ?, ?, ?) on duplicate key update submission_id = submission_id""";
    private static final RowStatement<Map.Entry<SubmissionKeyId, UUID>> REMEMBERING =
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
     * Those of the events that come under a key that another submission for the same place came under before; remembers the new
     * keys. To be called under the locks of the places' reports.
     *
     * @param events each the first record of its submission, so that what comes again neither has a key nor takes one
     */
    Set<SubmissionRowId> reusing(int generation, List<IngestedEvent> events) {
        SortedMap<SubmissionKeyId, UUID> first = new TreeMap<>(LOCK_ORDER);
        for (IngestedEvent logged : events) {
            if (hasKey(logged.event())) {
                first.putIfAbsent(
                        key(generation, logged.event()), logged.event().submissionId());
            }
        }
        if (first.isEmpty()) {
            return Set.of();
        }
        REMEMBERING.run(session, List.copyOf(first.entrySet()));
        InList.select(
                        first.keySet(),
                        in -> session.createSelectionQuery(
                                "from SubmissionKeyRow where id in " + in, SubmissionKeyRow.class))
                .forEach(row -> first.put(row.id, row.submissionId));
        Set<SubmissionRowId> reusing = new HashSet<>();
        for (IngestedEvent logged : events) {
            ReportEvent event = logged.event();
            if (hasKey(event) && !event.submissionId().equals(first.get(key(generation, event)))) {
                reusing.add(SubmissionRowId.of(generation, event));
            }
        }
        return reusing;
    }

    private static boolean hasKey(ReportEvent event) {
        return event.origin().idempotencyKey() != null;
    }

    private static SubmissionKeyId key(int generation, ReportEvent event) {
        return SubmissionKeyId.of(generation, event);
    }
}
