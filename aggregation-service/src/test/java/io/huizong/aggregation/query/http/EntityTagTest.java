package io.huizong.aggregation.query.http;

import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.RoughServersResource;
import io.huizong.aggregation.query.Asking;

/** Who holds an answer with a tag is told that it is still so only if it is, whatever happened to the totals meanwhile. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class EntityTagTest extends Asking {

    @Test
    void no_tag_of_a_place_comes_again_with_other_content() {
        List<String> tags = new ArrayList<>();
        for (int number = 1; number <= 6; number++) {
            publish(wholeArea("320102", ARISEN, number));
            tags.add(tag("/rollups/320102/2022"));
        }
        assertThat(tags).doesNotHaveDuplicates();
        assertThat(tags.get(5)).matches("\"[A-Za-z0-9_-]{22}\"");
        unchanged("/rollups/320102/2022", tags.get(5));
        int generation = viewer().get("/rollups/320102/2022").path("generation");
        viewer().get("/rollups/320102/2022").then().body("version", equalTo(6));

        rebuild();

        for (String tag : tags) {
            changed("/rollups/320102/2022", tag)
                    .body("generation", greaterThan(generation))
                    .body("version", equalTo(6))
                    .body("indicators.'%s'.effective".formatted(ARISEN), equalTo(6));
        }
        unchanged("/rollups/320102/2022", tag("/rollups/320102/2022"));
    }

    @Test
    void a_rollup_that_comes_to_the_same_again_has_another_tag() {
        publish(wholeArea("320104001", ARISEN, 1));
        String first = tag("/rollups/320104/2022");
        publish(wholeArea("320104001", ARISEN, 2), wholeArea("320104001", ARISEN, 1));

        changed("/rollups/320104/2022", first).body("version", equalTo(3));
    }

    @Test
    void a_part_of_a_rollup_has_a_tag_of_its_own() {
        publish(wholeArea("320105001", ARISEN, 1, MEDIATED, 2));

        assertThat(List.of(
                        tag("/rollups/320105/2022"),
                        tag("/rollups/320105/2022?indicator=" + ARISEN),
                        tag("/rollups/320105/2022?indicator=" + MEDIATED)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_list_that_did_not_change_keeps_its_tag_through_a_rebuild() {
        publish(wholeArea("320106001", ARISEN, 1));
        String address = "/reports/320106001/2022/revisions";
        String tag = tag(address);
        rebuild();
        unchanged(address, tag);

        publish(ReportsTopicWriter.withdrawn("320106001", "2022"));

        changed(address, tag).body("items.size()", equalTo(2));
    }

    @Test
    void a_tag_that_a_proxy_made_weak_is_known_and_so_is_one_of_several() {
        publish(wholeArea("320111001", ARISEN, 1));
        String address = "/rollups/320111/2022";
        String tag = tag(address);

        for (String held : List.of("W/" + tag, "\"x\", W/" + tag, "\"x\"," + tag + ",\"y\"", "*", "W/\"\" , " + tag)) {
            viewer().header("If-None-Match", held)
                    .get(address)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag);
        }
        for (String other : List.of("W/\"x\"", "\"W/" + tag.substring(1), tag.replace("\"", ""), "w/" + tag, "\"x\"")) {
            changed(address, other);
        }
    }

    private String tag(String address) {
        return viewer().get(address).then().statusCode(200).extract().header("ETag");
    }

    private void unchanged(String address, String tag) {
        viewer().header("If-None-Match", tag)
                .get(address)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(emptyString());
    }

    private ValidatableResponse changed(String address, String tag) {
        return viewer().header("If-None-Match", tag).get(address).then().statusCode(200);
    }
}
