package io.huizong.aggregation.rollup;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.persistence.LockedRows;
import io.huizong.aggregation.persistence.RowStatement;

@ApplicationScoped
class RollupRows extends LockedRows<RollupRow> {

    private static final String MAKE = """
            insert into rollup (generation, period, jurisdiction, version, own_has_figures, reports,
                                reports_without_figures, cells)
            values (?, ?, ?, 0, false, 0, 0, '{}')
            on duplicate key update version = version""";
    private static final String WRITE = """
            insert into rollup (generation, period, jurisdiction, version, scope, own_has_figures, reports,
                                reports_without_figures, cells, unpublished)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on duplicate key update version = values(version), scope = values(scope),
                own_has_figures = values(own_has_figures), reports = values(reports),
                reports_without_figures = values(reports_without_figures), cells = values(cells),
                unpublished = values(unpublished)""";

    RollupRows() {
        super(RollupRow.class, row -> row.id, MAKE, new RowStatement<>(WRITE, RollupRows::bind));
    }

    private static void bind(PreparedStatement upsert, RollupRow row) throws SQLException {
        row.id.bind(upsert);
        upsert.setLong(4, row.version);
        upsert.setString(5, row.scope == null ? null : row.scope.name());
        upsert.setBoolean(6, row.ownHasFigures);
        upsert.setInt(7, row.reports);
        upsert.setInt(8, row.reportsWithoutFigures);
        upsert.setString(9, row.cells);
        upsert.setString(10, row.unpublished == null ? null : row.unpublished.name());
    }

    /** Keys of published rows, in their order. */
    List<GenerationKey> published(GenerationKey after, int limit) {
        return find("""
                select id from RollupRow where id.generation = ?1 and unpublished is null
                and (id.period > ?2 or id.period = ?2 and id.jurisdiction > ?3) order by id.period, id.jurisdiction""", after.generation(), after.period(), after.jurisdiction())
                .project(GenerationKey.class)
                .page(0, limit)
                .list();
    }

    /** Keys of the rows that are not empty or are unpublished in another generation, and missing in this one. */
    List<GenerationKey> missing(int generation, int predecessor) {
        return find("""
                select before.id from RollupRow before where before.id.generation = ?2
                and (before.reports > 0 or before.cells <> '{}' or before.unpublished is not null) and not exists (
                    select 1 from RollupRow now where now.id.generation = ?1 and now.id.period = before.id.period
                    and now.id.jurisdiction = before.id.jurisdiction)""", generation, predecessor).project(GenerationKey.class).list();
    }
}
