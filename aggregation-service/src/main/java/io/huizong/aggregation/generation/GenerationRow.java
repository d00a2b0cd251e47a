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

    @Column(name = "divisions_edition")
    Integer divisionsEdition;

    String indicators;

    @Column(name = "indicators_edition")
    Integer indicatorsEdition;

    Integer rules;

    /** JSON: the kind of each indicator by its code; null before it was kept. */
    String kinds;

    @Column(name = "retired_at")
    Instant retiredAt;

    void claim(GenerationFiles files, String kindsOfFiles) {
        divisions = files.divisions();
        divisionsEdition = files.divisionsEdition();
        indicators = files.indicators();
        indicatorsEdition = files.indicatorsEdition();
        rules = files.rules();
        kinds = kindsOfFiles;
    }

    GenerationFiles files() {
        return GenerationFiles.stored(divisions, divisionsEdition, indicators, indicatorsEdition, rules);
    }
}
