package io.huizong.aggregation.generation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "generation")
class GenerationRow {

    enum State {
        SERVING
    }

    @Id
    int number;

    @Enumerated(EnumType.STRING)
    State state;

    String divisions;

    String indicators;
}
