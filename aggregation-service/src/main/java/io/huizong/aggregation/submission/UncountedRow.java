package io.huizong.aggregation.submission;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What of an applied submission is in no total. There is no row where everything is. */
@Entity
@Table(name = "uncounted")
class UncountedRow {

    @EmbeddedId
    SubmissionRow.Id id;

    @Column(name = "not_counted")
    String notCounted;
}
