package io.huizong.aggregation.report;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
record DeadLetterId(
        int generation,
        @Column(name = "log_id") String logId,
        @Column(name = "log_partition") int partition,
        @Column(name = "log_offset") long offset) {}
