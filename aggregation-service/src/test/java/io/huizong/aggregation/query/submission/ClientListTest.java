package io.huizong.aggregation.query.submission;

import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.query.Asking;
import io.huizong.contract.event.ReportSubmitted;

/** Who lists what a client submitted, and goes on from the last page later, misses nothing and sees nothing twice. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class ClientListTest extends Asking {

    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00Z");

    @Inject
    EntityManager database;

    @Test
    void what_is_applied_later_with_an_earlier_time_is_found_by_who_goes_on() {
        publish(submitted("late", TIME.plusSeconds(10), wholeArea("110101001", ARISEN, 1)));
        JsonPath last = page("late", null, 100);
        assertThat(last.getString("next")).isNull();
        assertThat(last.getList("items")).hasSize(1);

        ReportSubmitted same = submitted("late", TIME, wholeArea("110101001", ARISEN, 2));
        ReportSubmitted other = submitted("late", TIME.plusSeconds(5), wholeArea("120101001", ARISEN, 3));
        publish(same, other);

        JsonPath later = page("late", last.getString("resume"), 100);
        assertThat(ids(later))
                .containsExactly(
                        same.submissionId().toString(), other.submissionId().toString());
        JsonPath none = page("late", later.getString("resume"), 100);
        assertThat(ids(none)).isEmpty();
        assertThat(none.getString("resume")).isEqualTo(later.getString("resume"));
    }

    @Test
    void each_submission_is_listed_once_whatever_is_applied_between_the_pages() {
        List<String> published = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        String cursor = null;
        for (int round = 0; round < 6; round++) {
            for (int number = 0; number < 5; number++) {
                // Later rounds were accepted earlier.
                ReportSubmitted event = submitted(
                        "paged", TIME.minusSeconds(60 * round - number), wholeArea("13010200" + number, ARISEN, round));
                publish(event);
                published.add(event.submissionId().toString());
            }
            JsonPath page = page("paged", cursor, 3);
            listed.addAll(ids(page));
            cursor = page.getString("next") == null ? page.getString("resume") : page.getString("next");
        }
        for (String next = cursor; next != null; ) {
            JsonPath page = page("paged", next, 3);
            listed.addAll(ids(page));
            next = page.getString("next");
            assertThat(page.getString("resume") == null).isEqualTo(next != null);
        }

        assertThat(listed).containsExactlyInAnyOrderElementsOf(published);
    }

    @Test
    void of_each_partition_the_list_has_the_order_of_the_log() {
        for (int number = 0; number < 9; number++) {
            publish(submitted(
                    "ordered", TIME.minusSeconds(number), wholeArea("14010500" + number % 4, ARISEN, number)));
        }

        Map<Integer, List<Integer>> offsets = new TreeMap<>();
        List<Map<String, Object>> items = page("ordered", null, 100).getList("items");
        items.forEach(item -> offsets.computeIfAbsent((Integer) item.get("partition"), none -> new ArrayList<>())
                .add((Integer) item.get("offset")));

        assertThat(items).hasSize(9);
        assertThat(offsets.values()).allSatisfy(some -> assertThat(some).isSorted());
    }

    @Test
    void what_is_of_a_log_that_was_made_anew_neither_comes_again_nor_hides_anything() {
        ReportSubmitted before = submitted("moved", TIME, wholeArea("220102001", ARISEN, 1));
        publish(before);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update submission set log_id = 'another', log_offset = 1000000 where client = 'moved'")
                .executeUpdate());
        JsonPath first = page("moved", null, 100);
        assertThat(ids(first)).isEmpty();

        ReportSubmitted after = submitted("moved", TIME, wholeArea("220102001", ARISEN, 2));
        publish(after);

        assertThat(ids(page("moved", first.getString("resume"), 100)))
                .containsExactly(after.submissionId().toString());
        viewer().get("/submissions/{id}", before.submissionId()).then().statusCode(200);
    }

    @Test
    void a_cursor_is_of_one_client_and_time() {
        publish(submitted("one", TIME, wholeArea("150102001", ARISEN, 1)));
        String cursor = page("one", null, 100).getString("resume");

        problem(
                viewer().queryParam("cursor", cursor)
                        .get("/submissions?client=other")
                        .then(),
                400);
        problem(
                viewer().queryParam("cursor", cursor)
                        .get("/submissions?client=one&since=2023-01-10")
                        .then(),
                400);
        viewer().queryParam("cursor", cursor)
                .get("/submissions?client=one")
                .then()
                .statusCode(200);
    }

    @Test
    void clients_that_differ_by_a_blank_have_each_a_list() {
        ReportSubmitted without = submitted("abc", TIME, wholeArea("210102001", ARISEN, 1));
        ReportSubmitted with = submitted("abc ", TIME, wholeArea("210102001", ARISEN, 2));
        publish(without, with);

        assertThat(ids(page("abc", null, 100)))
                .containsExactly(without.submissionId().toString());
        assertThat(ids(page("abc ", null, 100)))
                .containsExactly(with.submissionId().toString());
        assertThat(ids(page("ABC", null, 100))).isEmpty();
    }

    private JsonPath page(String client, String cursor, int limit) {
        RequestSpecification request = viewer().queryParam("client", client).queryParam("limit", limit);
        return (cursor == null ? request : request.queryParam("cursor", cursor))
                .get("/submissions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> ids(JsonPath page) {
        return page.getList("items.submissionId");
    }
}
