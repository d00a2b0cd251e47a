package io.huizong.aggregation.offset;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record StoredOffsetId(
        int generation,
        @Column(name = "log_id") String logId,
        @Column(name = "log_partition") int partition) {}
