package io.huizong.aggregation.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;

/** Rows of a whole country for several years, written at once: what matters of them is that there are as many. */
@ApplicationScoped
public class NationalYears {

    private static final int BATCH = 1000;

    private final DataSource database;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final Random random = new Random(7);

    public NationalYears(DataSource database, DivisionTree tree, IndicatorCatalog catalog) {
        this.database = database;
        this.tree = tree;
        this.catalog = catalog;
    }

    /** Fills the first of the years, and copies it to the others. */
    public void write(int indicators, List<String> years) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            rollups(connection, indicators, years.get(0));
            reports(connection, years.get(0));
            try (Statement statement = connection.createStatement()) {
                for (String year : years.subList(1, years.size())) {
                    copy(statement, "rollup", years.get(0), year);
                    copy(statement, "report", years.get(0), year);
                }
                statement.execute("""
                        insert into submission (generation, submission_id, jurisdiction, period, kind, outcome,
                                                revision, client, submitted_at, log_partition, log_offset, report)
                        select generation, current, jurisdiction, period, 'SUBMITTED', 'APPLIED', 1,
                               concat('client', right(jurisdiction, 1)), first_accepted_at, 0, 0,
                               concat('{"jurisdiction":"', jurisdiction, '","period":"', period,
                                      '","scope":"WHOLE_AREA","figures":{"mediation.cases_mediated":5}}')
                        from report where current is not null""");
                connection.commit();
                statement.execute("analyze table rollup, report, submission");
            }
            connection.commit();
        }
    }

    private void rollups(Connection connection, int indicators, String year) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into rollup (generation, period, jurisdiction, version, scope, own_has_figures, reports,
                                    reports_without_figures, cells)
                values (1, ?, ?, 1, 'WHOLE_AREA', true, 1, 0, ?)""")) {
            int rows = 0;
            for (Jurisdiction jurisdiction : tree.all()) {
                insert.setString(1, year);
                insert.setString(2, jurisdiction.code());
                insert.setString(3, cells(indicators));
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private String cells(int most) {
        StringBuilder cells = new StringBuilder("{");
        catalog.all().stream()
                .filter(indicator -> indicator.kind() != IndicatorKind.TOTAL)
                .sorted(java.util.Comparator.comparing(
                        indicator -> !indicator.code().startsWith("mediation")))
                .limit(most)
                .sorted(java.util.Comparator.comparing(Indicator::code))
                .forEach(indicator -> cells.append(cells.length() > 1 ? "," : "")
                        .append('"')
                        .append(indicator.code())
                        .append("\":{\"own\":")
                        .append(tally(indicator))
                        .append(",\"sub\":")
                        .append(tally(indicator))
                        .append('}'));
        return cells.append('}').toString();
    }

    private String tally(Indicator indicator) {
        int value = random.nextInt(10_000);
        return indicator.kind() == IndicatorKind.RATE
                ? "[%d,10000,1,0,0]".formatted(value)
                : "[%d,1,0]".formatted(value);
    }

    private void reports(Connection connection, String year) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into report (generation, period, jurisdiction, revision, current, warned, first_accepted_at)
                values (1, ?, ?, 1, unhex(replace(?, '-', '')), ?, '2023-02-01')""")) {
            int rows = 0;
            for (Jurisdiction jurisdiction : tree.all()) {
                insert.setString(1, year);
                insert.setString(2, jurisdiction.code());
                insert.setString(3, UUID.randomUUID().toString());
                insert.setBoolean(4, rows % 100 == 0);
                insert.addBatch();
                if (++rows % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void copy(Statement statement, String table, String from, String to) throws SQLException {
        String columns = table.equals("rollup")
                ? "version, scope, own_has_figures, reports, reports_without_figures, cells"
                : "revision, warned, first_accepted_at";
        String values = table.equals("rollup") ? columns : columns + ", unhex(replace(uuid(), '-', ''))";
        String names = table.equals("rollup") ? columns : columns + ", current";
        statement.execute(
                "insert into %s (generation, period, jurisdiction, %s) select generation, '%s', jurisdiction, %s from %s where period = '%s'"
                        .formatted(table, names, to, values, table, from));
    }
}
