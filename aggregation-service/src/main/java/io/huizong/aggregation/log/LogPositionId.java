package io.huizong.aggregation.log;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record LogPositionId(
        int generation,
        @Column(name = "log_id") String logId,
        @Column(name = "log_partition") int partition) {}
