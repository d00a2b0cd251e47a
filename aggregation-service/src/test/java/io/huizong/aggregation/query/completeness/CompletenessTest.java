package io.huizong.aggregation.query.completeness;

import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;

/** Who is to report, who did, who was late and who is missing can be told by name. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class CompletenessTest extends Asking {

    private static final Instant IN_TIME = Instant.parse("2023-02-28T15:59:59Z");
    private static final Instant LATE = Instant.parse("2023-02-28T16:00:00Z");

    @Test
    void reports_are_counted_by_level_and_the_missing_named() {
        publish(
                submitted("completeness", LATE, wholeArea("61", ARISEN, 1)),
                submitted("completeness", IN_TIME, wholeArea("610802", ARISEN, 1)),
                submitted("completeness", LATE, wholeArea("610803", ARISEN, 1)),
                submitted("completeness", LATE, wholeArea("610802100", ARISEN, 1)));

        viewer().get("/completeness/61/2022")
                .then()
                .statusCode(200)
                .body("levels.level", contains("PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP"))
                .body("levels.dueDate", contains("2023-04-01", "2023-03-01", "2023-03-01", "2023-03-01"))
                .body("levels.onTime", contains(1, 0, 1, 0))
                .body("levels.late", contains(0, 0, 1, 1))
                .body("levels.reported", contains(1, 0, 2, 1))
                .body("levels.find { it.level == 'PREFECTURE' }.missing", equalTo(10))
                .body("items", hasSize(100))
                .body("items[0].status", equalTo("MISSING"))
                .body("items[0].jurisdiction.name", equalTo("西安市"))
                .body("items[0].parent.name", equalTo("陕西省"))
                .body("items[0].firstAcceptedAt", nullValue());
        viewer().get("/completeness/61/2022?status=LATE")
                .then()
                .body("items.jurisdiction.code", contains("610802100", "610803"))
                .body("items[1].firstAcceptedAt", equalTo(LATE.toString()))
                .body("next", nullValue());
        viewer().get("/completeness/61/2022?status=LATE&level=COUNTY")
                .then()
                .body("items.jurisdiction.code", contains("610803"));
        viewer().get("/completeness/610802/2022?level=TOWNSHIP")
                .then()
                .body("items.jurisdiction.code", not(hasItem("610802100")));
    }

    @Test
    void pages_join_to_the_whole_list() {
        String address = "/completeness/6108/2022?level=COUNTY&status=MISSING&status=LATE&status=ON_TIME";

        assertThat(pages(address + "&limit=5", "items.jurisdiction.code"))
                .hasSize(12)
                .isEqualTo(pages(address, "items.jurisdiction.code"));
    }

    @Test
    void an_amendment_does_not_make_a_report_late_and_a_withdrawn_one_is_missing() {
        publish(
                submitted("completeness", IN_TIME, wholeArea("620102", ARISEN, 1)),
                submitted("completeness", LATE, wholeArea("620102", ARISEN, 2)),
                submitted("completeness", IN_TIME, wholeArea("620103", ARISEN, 1)),
                ReportsTopicWriter.withdrawn("620103", "2022"));

        viewer().get("/completeness/620102/2022").then().body("levels[0].onTime", equalTo(1));
        viewer().get("/completeness/620103/2022")
                .then()
                .body("levels[0].reported", equalTo(0))
                .body("items[0].jurisdiction.code", equalTo("620103"));

        publish(submitted("completeness", LATE, wholeArea("620103", ARISEN, 3)));

        viewer().get("/completeness/620103/2022").then().body("levels[0].onTime", equalTo(1));
    }

    @Test
    void a_report_that_none_was_expected_of_is_counted_apart() {
        publish(submitted("completeness", IN_TIME, wholeArea("110115403", ARISEN, 1)));

        viewer().get("/completeness/110115403/2022")
                .then()
                .body("levels[0].expected", equalTo(0))
                .body("levels[0].reported", equalTo(0))
                .body("levels[0].unexpected", equalTo(1))
                .body("items", hasSize(0));
    }

    @Test
    void the_missing_can_be_exported() {
        String csv = viewer().get("/completeness/630102/2022?format=csv")
                .then()
                .header("Content-Disposition", containsString("completeness-630102-2022.csv"))
                .extract()
                .asString();

        assertThat(csv.lines().skip(1).findFirst()).hasValue("\"630102\",\"城东区\",\"COUNTY\",\"西宁市\",\"MISSING\",");
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get("/completeness/53/2022?status=GONE").then(), 400)
                .body("detail", containsString("ON_TIME, LATE, MISSING"));
        problem(viewer().get("/completeness/53/2022?level=TOWN").then(), 400).body("parameter", equalTo("level"));
        problem(viewer().get("/completeness/99/2022").then(), 404);
        problem(submitter("53").get("/completeness/53/2022").then(), 403);
    }
}
