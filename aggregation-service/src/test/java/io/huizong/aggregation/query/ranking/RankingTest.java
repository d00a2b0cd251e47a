package io.huizong.aggregation.query.ranking;

import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import java.io.ByteArrayInputStream;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;

/** Jurisdictions are ranked by any indicator, page by page, and exported whole. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class RankingTest extends Asking {

    private static final String COUNTIES = "/rollups?under=53&level=COUNTY&period=2022";
    private static final String BY_SUCCESS = COUNTIES + "&indicator=" + SUCCESS;

    @BeforeEach
    void counties_report() {
        publish(
                wholeArea("530102", MEDIATED, 100, SUCCEEDED, 90, ARISEN, 7),
                wholeArea("530103", MEDIATED, 200, SUCCEEDED, 120),
                wholeArea("530111", MEDIATED, 50, SUCCEEDED, 45),
                wholeArea("530112", MEDIATED, 0, SUCCEEDED, 0),
                wholeArea("530302", ARISEN, 1),
                wholeArea("510104", MEDIATED, 10, SUCCEEDED, 10));
    }

    @Test
    void equal_values_share_a_rank_and_stand_by_code_and_who_has_none_is_not_ranked() {
        viewer().get(BY_SUCCESS + "&indicator=" + ARISEN)
                .then()
                .statusCode(200)
                .body("under.name", equalTo("云南省"))
                .body("by", equalTo(SUCCESS))
                .body("of", equalTo(129))
                .body("ranked", equalTo(3))
                .body("items.rank", contains(1, 1, 3))
                .body("items.jurisdiction.code", contains("530102", "530111", "530103"))
                .body("items[0].indicators.'%s'.effective".formatted(SUCCESS), equalTo(90.0f))
                .body("items[0].indicators.'%s'.effective".formatted(ARISEN), equalTo(7))
                .body("items[1].indicators.'%s'".formatted(ARISEN), nullValue())
                .body("next", nullValue());
        viewer().get(BY_SUCCESS + "&order=asc")
                .then()
                .body("items.jurisdiction.code", contains("530103", "530102", "530111"))
                .body("items.rank", contains(1, 2, 2));
    }

    @Test
    void pages_join_without_a_gap_or_a_repetition() {
        for (String order : List.of("asc", "desc")) {
            String address = BY_SUCCESS + "&order=" + order;
            List<String> whole = pages(address, "items.jurisdiction.code");
            List<String> ranks = pages(address, "items.rank");

            assertThat(pages(address + "&limit=1", "items.jurisdiction.code")).isEqualTo(whole);
            assertThat(pages(address + "&limit=1", "items.rank")).isEqualTo(ranks);
        }
    }

    @Test
    void another_column_can_rank() {
        viewer().get(BY_SUCCESS + "&by=" + ARISEN)
                .then()
                .body("by", equalTo(ARISEN))
                .body("items.jurisdiction.code", contains("530102", "530302"))
                .body("items[1].indicators.size()", equalTo(1));
    }

    @Test
    void without_a_level_those_directly_below_are_compared() {
        viewer().get("/rollups?period=2022&indicator=" + SUCCESS)
                .then()
                .body("level", nullValue())
                .body("of", equalTo(31))
                .body("items.jurisdiction.code", contains("51", "53"));
    }

    @Test
    void those_who_report_are_found_among_all_townships_of_the_country() {
        publish(wholeArea("530181009", ARISEN, 8), wholeArea("110115107", ARISEN, 9));

        viewer().get("/rollups?level=TOWNSHIP&period=2022&indicator=" + ARISEN)
                .then()
                .body("of", greaterThan(40_000))
                .body("ranked", equalTo(2))
                .body("items.jurisdiction.code", contains("110115107", "530181009"));
        publish(ReportsTopicWriter.withdrawn("530181009", "2022"), ReportsTopicWriter.withdrawn("110115107", "2022"));
    }

    @Test
    void totals_rank_too() {
        publish(wholeArea("440103", "training.law_sessions", 4), wholeArea("440104", "training.law_sessions", 6));

        viewer().get("/rollups?under=4401&period=2022&indicator=training.sessions")
                .then()
                .body("items.jurisdiction.code", contains("440104", "440103"));
    }

    @Test
    void a_cursor_holds_for_its_own_question_only() {
        String cursor = viewer().get(BY_SUCCESS + "&limit=1").jsonPath().getString("next");

        for (String foreign : List.of("&order=asc", "&by=" + ARISEN)) {
            problem(
                            viewer().queryParam("cursor", cursor)
                                    .get(BY_SUCCESS + foreign)
                                    .then(),
                            400)
                    .body("parameter", equalTo("cursor"));
        }
        problem(
                viewer().queryParam("cursor", cursor.substring(1))
                        .get(BY_SUCCESS)
                        .then(),
                400);
        problem(viewer().queryParam("cursor", "§").get(BY_SUCCESS).then(), 400);
    }

    @Test
    void an_export_opens_in_spreadsheet_programs() throws Exception {
        byte[] csv = viewer().header("Accept-Language", "zh")
                .get(BY_SUCCESS + "&format=csv")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("filename=\"huizong-ranking-53-2022.csv\""))
                .header("Content-Disposition", containsString("filename*=UTF-8''%E4%BA%91%E5%8D%97%E7%9C%81%202022"))
                .extract()
                .asByteArray();

        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .toList())
                .hasSize(4)
                .contains("1,\"530102\",\"五华区\",\"COUNTY\",90.00");

        byte[] xlsx = viewer().accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get(BY_SUCCESS + "&limit=2")
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .extract()
                .asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(0).getCellText(1)).isEqualTo("code");
            assertThat(rows.get(1).getCellText(2)).isEqualTo("五华区");
            assertThat(rows.get(1).getCell(4).asNumber()).isEqualByComparingTo("90");
        }
    }

    @Test
    void a_ranking_that_has_not_changed_is_not_sent_again() {
        String tag = viewer().get(BY_SUCCESS).header("ETag");

        viewer().header("If-None-Match", tag).get(BY_SUCCESS).then().statusCode(304);

        publish(wholeArea("530113", MEDIATED, 8, SUCCEEDED, 2));
        viewer().header("If-None-Match", tag).get(BY_SUCCESS).then().statusCode(200);
        publish(ReportsTopicWriter.withdrawn("530113", "2022"));
    }

    @Test
    void the_format_of_a_link_stands_above_the_header() {
        viewer().accept("text/csv")
                .get(BY_SUCCESS + "&format=json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("ranked", equalTo(3));
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get("/rollups?period=2022").then(), 400).body("detail", containsString("indicator: missing"));
        problem(viewer().get("/rollups?indicator=" + SUCCESS).then(), 400).body("parameter", equalTo("period"));
        problem(viewer().get(BY_SUCCESS + "&order=up").then(), 400).body("detail", containsString("asc or desc"));
        problem(viewer().get(BY_SUCCESS + "&by=x").then(), 400).body("parameter", equalTo("by"));
        problem(viewer().get(BY_SUCCESS + "&format=pdf").then(), 400).body("parameter", equalTo("format"));
        problem(viewer().get(BY_SUCCESS + "&limit=1001").then(), 400).body("parameter", equalTo("limit"));
        problem(
                        viewer().get("/rollups?under=99&period=2022&indicator=" + SUCCESS)
                                .then(),
                        400)
                .body("parameter", equalTo("under"));
        problem(
                        viewer().get("/rollups?under=53&level=NATION&period=2022&indicator=" + SUCCESS)
                                .then(),
                        400)
                .body("detail", containsString("a level below PROVINCE"));
        problem(submitter("53").get(BY_SUCCESS).then(), 403);
    }
}
