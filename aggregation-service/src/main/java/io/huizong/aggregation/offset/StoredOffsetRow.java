package io.huizong.aggregation.offset;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "log_position")
class StoredOffsetRow {

    @EmbeddedId
    Id id;

    @Column(name = "next_offset")
    long nextOffset;

    /** Time of the newest applied event; null before the first. */
    @Column(name = "applied_through")
    Instant appliedThrough;

    /** The topic ended before this offset, which was the next one then; null if it is not known to have. */
    @Column(name = "lost_at")
    Long lostAt;

    @Embeddable
    record Id(
            int generation,
            @Column(name = "log_id") String topicId,
            @Column(name = "log_partition") int partition) {

        /** Sets it as the first three parameters. */
        void bind(PreparedStatement statement) throws SQLException {
            statement.setInt(1, generation);
            statement.setString(2, topicId);
            statement.setInt(3, partition);
        }
    }
}
