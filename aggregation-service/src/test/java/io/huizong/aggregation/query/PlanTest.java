package io.huizong.aggregation.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;

/**
 * Every read is an indexed access or a range of one period: with several national years in the tables, no statement scans
 * a table, sorts more than a page, or examines more rows than its range has.
 */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class PlanTest extends Asking {

    /** A period has 44,691 rows, of which the servers' estimates are up to twice as many; the tables have five times as many. */
    private static final int NATION = 110_000;

    private static final int MAX_ROWS = 2_000;
    /** A row a generation, a partition of the log, a topic, a table. */
    private static final Set<String> SMALL_TABLES =
            Set.of("generation", "log_position", "publication", "information_schema", "flyway_schema_history");

    @Inject
    StatementLog statements;

    @Inject
    NationalYears years;

    @Inject
    DataSource database;

    /** What is asked, and how many rows each statement for it may examine. */
    private static Map<String, Integer> questions() {
        Map<String, Integer> questions = new LinkedHashMap<>();
        questions.put("/rollups/53/2022", 1);
        questions.put("/rollups/53?from=2019&to=2024", 10);
        questions.put("/rollups?under=53&level=COUNTY&period=2022&indicator=" + SUCCESS, MAX_ROWS);
        questions.put("/rollups?level=TOWNSHIP&period=2022&limit=1000&indicator=" + SUCCESS, MAX_ROWS);
        questions.put("/rollups/53/2022/contributions?indicator=" + MEDIATED, MAX_ROWS);
        questions.put("/completeness/53/2022", NATION);
        questions.put("/completeness/CN/2022", NATION);
        questions.put("/gaps/53/2022", NATION);
        questions.put("/reports/530102/2022", 10);
        questions.put("/reports/530102/2022/revisions", 10);
        questions.put("/submissions?client=client7&since=2023-01-01&limit=10", NATION);
        questions.put("/submissions/" + new UUID(1, 2), 10);
        return questions;
    }

    @Test
    void every_read_is_an_indexed_access_or_a_bounded_range() throws SQLException {
        years.write(3, List.of("2022", "2021", "2020", "2019", "2018"));
        List<String> wrong = new ArrayList<>();

        for (Map.Entry<String, Integer> question : questions().entrySet()) {
            List<String> queries = statements.queries(() -> viewer().get(question.getKey()));
            assertThat(queries).as(question.getKey()).isNotEmpty();
            for (String query : queries) {
                wrong.addAll(wrong(question.getKey(), query, question.getValue()));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private List<String> wrong(String question, String query, int most) throws SQLException {
        List<String> wrong = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet plan = statement.executeQuery("explain format = traditional " + query)) {
            while (plan.next()) {
                String table = plan.getString("table");
                String line = "%s: %s %s key %s, %d rows, %s: %.300s"
                        .formatted(
                                question,
                                table,
                                plan.getString("type"),
                                plan.getString("key"),
                                plan.getLong("rows"),
                                plan.getString("Extra"),
                                query);
                boolean scans = Set.of("ALL", "index").contains(String.valueOf(plan.getString("type")));
                boolean sorts = String.valueOf(plan.getString("Extra")).matches(".*(filesort|temporary).*");
                if (!isSmall(query)
                        && (scans || sorts && plan.getLong("rows") > MAX_ROWS || plan.getLong("rows") > most)) {
                    wrong.add(line);
                }
            }
        }
        return wrong;
    }

    private static boolean isSmall(String query) {
        return SMALL_TABLES.stream().anyMatch(table -> query.matches("(?is).*\\sfrom\\s+" + table + "\\b.*"));
    }
}
