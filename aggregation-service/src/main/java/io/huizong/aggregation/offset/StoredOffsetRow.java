package io.huizong.aggregation.offset;

import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "log_position")
class StoredOffsetRow {

    @EmbeddedId
    StoredOffsetId id;

    @Column(name = "next_offset")
    long nextOffset;

    /** Time of the newest applied event; null before the first. */
    @Column(name = "applied_through")
    Instant appliedThrough;

    /** The log ended before this offset, which was the next one then; null if it is not known to have. */
    @Column(name = "lost_at")
    Long lostAt;
}
