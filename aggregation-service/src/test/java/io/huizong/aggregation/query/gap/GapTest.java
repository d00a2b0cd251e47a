package io.huizong.aggregation.query.gap;

import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;
import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;

/** Where levels differ is listed first, then what the intake found odd. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class GapTest extends Asking {

    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00.123456Z");
    private static final Finding WARNING =
            new Finding("#/figures/mediation.disputes_arisen", "TEST_WARNING", new Bilingual("奇怪", "=odd"));

    @Test
    void contradictions_come_first_then_gaps_then_warnings() {
        publish(
                ReportsTopicWriter.submitted(wholeArea("320102002", ARISEN, 30, "publicity.events", 1)),
                ReportsTopicWriter.submitted(wholeArea("320102", ARISEN, 25, "publicity.events", 101)),
                ReportsTopicWriter.submitted(wholeArea("320104001", ARISEN, 50)),
                ReportsTopicWriter.submitted(wholeArea("320104", ARISEN, 10)),
                ReportsTopicWriter.submitted(wholeArea("320105001", ARISEN, 5)),
                ReportsTopicWriter.submitted(wholeArea("320105", ARISEN, 5)),
                submitted("warned", TIME, wholeArea("320105002", "petitions.received", 1), WARNING));

        viewer().get("/gaps/32/2022")
                .then()
                .statusCode(200)
                .body("items.kind", contains("CONTRADICTION", "CONTRADICTION", "GAP", "WARNING"))
                .body("items.jurisdiction.code", contains("320104", "320102", "320102", "320105002"))
                .body("items.gap", contains(-40, -5, 100, null))
                .body("items[0].own", equalTo(10))
                .body("items[0].subordinates", equalTo(50))
                .body("items[2].indicator", equalTo("publicity.events"))
                .body("items[3].revision", equalTo(1))
                .body("items[3].warnings.code", contains("TEST_WARNING"))
                .body("next", nullValue());
        viewer().get("/gaps/32/2022?kind=WARNING&kind=GAP").then().body("items.kind", contains("GAP", "WARNING"));
        viewer().get("/gaps/320104/2022").then().body("items", hasSize(1));
        assertThat(pages("/gaps/32/2022?limit=1", "items.kind"))
                .containsExactly("CONTRADICTION", "CONTRADICTION", "GAP", "WARNING");

        publish(ReportsTopicWriter.submitted(wholeArea("320105002", "petitions.received", 2)));

        viewer().get("/gaps/32/2022?kind=WARNING").then().body("items", empty());
    }

    @Test
    void an_export_tells_the_warnings_in_the_language_of_the_caller_and_hides_no_formula_in_them() {
        publish(
                ReportsTopicWriter.submitted(wholeArea("420102002", ARISEN, 30)),
                ReportsTopicWriter.submitted(wholeArea("420102", ARISEN, 25)),
                submitted("warned", TIME, wholeArea("420105002", "petitions.received", 1), WARNING));

        String csv = viewer().accept("text/csv").get("/gaps/42/2022").asString();

        assertThat(csv.lines().toList()).hasSize(3).first().asString().startsWith("\uFEFF\"kind\",\"code\"");
        assertThat(csv)
                .contains("\"CONTRADICTION\",\"420102\"")
                .contains(",-5,25,30,")
                .contains("\"'=odd\"");
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get("/gaps/53/2022?kind=ODD").then(), 400).body("detail", containsString("kind: \"ODD\""));
        problem(viewer().get("/gaps/53/2022?cursor=a,b,c").then(), 400).body("detail", containsString("cursor"));
        problem(submitter("3601").get("/gaps/3601/2022").then(), 403);
    }
}
