package io.huizong.aggregation.report;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes down which records of the log could not be applied. */
@ApplicationScoped
public class DeadLetterWriter {

    private final DeadLetterRows rows;
    private final SubmissionRows submissions;

    DeadLetterWriter(DeadLetterRows rows, SubmissionRows submissions) {
        this.rows = rows;
        this.submissions = submissions;
    }

    /** Writes those down, within the caller's transaction, and as the outcome of those submissions that can be told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(int generation, List<DeadLetter> deadLetters) {
        if (deadLetters.isEmpty()) {
            return;
        }
        Set<UUID> known = new HashSet<>(submissions
                .outcomes(
                        generation,
                        deadLetters.stream()
                                .map(DeadLetter::submissionId)
                                .filter(Objects::nonNull)
                                .toList())
                .keySet());
        for (DeadLetter deadLetter : deadLetters) {
            rows.persist(row(generation, deadLetter));
            if (deadLetter.submissionId() != null && known.add(deadLetter.submissionId())) {
                submissions.persist(submission(generation, deadLetter));
            }
        }
    }

    /**
     * Takes a record off the list, within the caller's transaction.
     *
     * @return whether it was on it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean putBack(int generation, String logId, int partition, long offset) {
        DeadLetterId id = new DeadLetterId(generation, logId, partition, offset);
        return rows.update("putBack = true where id = ?1 and putBack = false", id) == 1;
    }

    private static DeadLetterRow row(int generation, DeadLetter deadLetter) {
        DeadLetterRow row = new DeadLetterRow();
        row.id = new DeadLetterId(generation, deadLetter.logId(), deadLetter.partition(), deadLetter.offset());
        row.recordKey = deadLetter.key();
        row.reason = deadLetter.reason();
        row.submissionId = deadLetter.submissionId();
        row.recordedAt = deadLetter.recordedAt();
        return row;
    }

    private static SubmissionRow submission(int generation, DeadLetter deadLetter) {
        SubmissionRow row = new SubmissionRow();
        row.id = new SubmissionRowId(generation, deadLetter.submissionId());
        row.outcome = Outcome.DEAD_LETTERED;
        row.reason = deadLetter.reason();
        row.logPartition = deadLetter.partition();
        row.logOffset = deadLetter.offset();
        return row;
    }
}
