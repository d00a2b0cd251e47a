package io.huizong.aggregation.generation;

import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "generation")
class GenerationRow {

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    GenerationState state;

    String divisions;

    String indicators;

    @Column(name = "retired_at")
    Instant retiredAt;
}
