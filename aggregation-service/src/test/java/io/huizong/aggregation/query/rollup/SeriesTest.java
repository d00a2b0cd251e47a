package io.huizong.aggregation.query.rollup;

import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;

/** A jurisdiction is followed over periods of one kind. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class SeriesTest extends Asking {

    @Test
    void every_period_has_its_place_also_one_without_reports() {
        publish(wholeArea("230102", ARISEN, 7, MEDIATED, 3));

        viewer().get("/rollups/2301?from=2020&to=2023&indicator=" + ARISEN)
                .then()
                .statusCode(200)
                .body("jurisdiction.code", equalTo("2301"))
                .body("items.period", contains("2020", "2021", "2022", "2023"))
                .body("items.version", contains(0, 0, 1, 0))
                .body("items[2].indicators.'%s'.effective".formatted(ARISEN), equalTo(7))
                .body("items[2].indicators.size()", equalTo(1))
                .body("items[1].indicators.size()", equalTo(0))
                .body("items[1].indicators.'%s'".formatted(ARISEN), nullValue());
        viewer().get("/rollups/2301?from=2022-Q3&to=2023-Q2")
                .then()
                .body("items.period", contains("2022-Q3", "2022-Q4", "2023-Q1", "2023-Q2"));
        viewer().get("/rollups/CN?from=9999-12&to=9999-12").then().body("items", hasSize(1));
    }

    @Test
    void an_export_has_a_row_a_period() {
        publish(wholeArea("330102", ARISEN, 7));

        assertThat(viewer().get("/rollups/33?from=2021&to=2022&format=csv")
                        .asString()
                        .lines()
                        .skip(1))
                .containsExactly("\"2021\",0,", "\"2022\",1,7");
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get("/rollups/53?from=2020").then(), 400).body("parameter", equalTo("to"));
        problem(viewer().get("/rollups/53?from=2020&to=2021-H1").then(), 400)
                .body("detail", containsString("the same kind as from, 2020"));
        problem(viewer().get("/rollups/53?from=2021&to=2020").then(), 400).body("parameter", equalTo("to"));
        problem(viewer().get("/rollups/53?from=1949-01&to=2020-01").then(), 400)
                .body("detail", containsString("at most 400 periods"));
        problem(viewer().get("/rollups/99?from=2020&to=2021").then(), 404);
        problem(submitter("53").get("/rollups/53?from=2020&to=2021").then(), 403);
    }
}
