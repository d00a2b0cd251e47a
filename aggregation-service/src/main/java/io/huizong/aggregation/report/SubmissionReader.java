package io.huizong.aggregation.report;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads what submissions came to. */
@ApplicationScoped
public class SubmissionReader {

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
}
