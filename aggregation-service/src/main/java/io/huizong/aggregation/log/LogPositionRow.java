package io.huizong.aggregation.log;

import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "log_position")
class LogPositionRow {

    @EmbeddedId
    LogPositionId id;

    @Column(name = "next_offset")
    long nextOffset;

    /** Time of the newest event taken in; null before the first. */
    @Column(name = "applied_through")
    Instant appliedThrough;
}
