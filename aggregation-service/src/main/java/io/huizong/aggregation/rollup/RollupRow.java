package io.huizong.aggregation.rollup;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.contract.division.Level;
import io.huizong.contract.report.Scope;

@Entity
@Table(name = "rollup")
class RollupRow {

    @EmbeddedId
    GenerationKey id;

    /** How many revisions there have been of reports at or below its jurisdiction. */
    long version;

    @Enumerated(EnumType.STRING)
    Scope scope;

    @Column(name = "own_has_figures")
    boolean ownHasFigures;

    int reports;

    @Column(name = "reports_without_figures")
    int reportsWithoutFigures;

    String cells = "{}";

    /** The level of its jurisdiction while it is unpublished; null if the content of the row is published. */
    @Enumerated(EnumType.STRING)
    Level unpublished;

    static RollupRow empty(GenerationKey id) {
        RollupRow row = new RollupRow();
        row.id = id;
        return row;
    }

    Rollup rollup() {
        return new Rollup(scope, ownHasFigures, reports, reportsWithoutFigures, version, CellsJson.read(cells));
    }

    void set(Rollup rollup, Level level) {
        version = rollup.revisions();
        unpublished = level;
        scope = rollup.scope();
        ownHasFigures = rollup.ownHasFigures();
        reports = rollup.subtreeReports();
        reportsWithoutFigures = rollup.subtreeWithoutFigures();
        cells = CellsJson.write(rollup.cells());
    }
}
