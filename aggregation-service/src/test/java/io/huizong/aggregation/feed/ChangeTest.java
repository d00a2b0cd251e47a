package io.huizong.aggregation.feed;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.feed.EventStream.Event;
import io.huizong.aggregation.query.Asking;

/** Who listens is told every rollup that changes, and lacks nothing after having been away. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class ChangeTest extends Asking {

    @Inject
    ChangeFeed feed;

    @Test
    void a_change_is_told_as_rest_shows_it_to_those_who_listen_there() throws Exception {
        try (EventStream province = listen("/changes?under=53", null);
                EventStream elsewhere = listen("/changes?under=11", null)) {
            province.next(named("ready"));
            elsewhere.next(named("ready"));

            publish(wholeArea("530102", ARISEN, 7));

            Event event = province.next(of("530102"));
            assertThat(ChangeId.parse(event.id())).isPresent();
            assertThat(event.fields()).containsExactlyInAnyOrder("event", "id", "data");
            assertThat(event.data())
                    .isEqualTo(viewer().get("/rollups/530102/2022").asString());
            publish(wholeArea("110101", ARISEN, 7));
            assertThat(JsonPath.from(elsewhere.next(named("rollup")).data()).getString("jurisdiction.code"))
                    .startsWith("11");
        }
    }

    @Test
    void who_comes_again_is_told_what_changed_meanwhile() throws Exception {
        Event ready;
        try (EventStream stream = listen("/changes?under=5103", null)) {
            ready = stream.next(named("ready"));
        }
        publish(wholeArea("510302", ARISEN, 1), wholeArea("510303", ARISEN, 2));
        eventually().untilAsserted(() -> assertThat(feed.subscriptions()).isZero());

        try (EventStream stream = listen("/changes?under=5103", ready.id())) {
            List<Long> ids = new ArrayList<>();
            Event event;
            do {
                event = stream.next(named("rollup"));
                ids.add(ChangeId.parse(event.id()).orElseThrow().offset());
            } while (JsonPath.from(event.data()).getInt("reports.subtree") < 2);
            assertThat(ids).isSorted().doesNotHaveDuplicates();

            publish(ReportsTopicWriter.withdrawn("510303", "2022"));

            stream.next(of("510303")
                    .and(emptied ->
                            JsonPath.from(emptied.data()).getMap("indicators").isEmpty()));
        }
    }

    @Test
    void who_cannot_set_the_header_says_the_id_in_the_address() throws Exception {
        Event ready;
        try (EventStream stream = listen("/changes?under=5104", null)) {
            ready = stream.next(named("ready"));
        }
        publish(wholeArea("510402", ARISEN, 1));

        try (EventStream stream = listen("/changes?under=5104&lastEventId=" + ready.id(), null)) {
            stream.next(of("510402"));
        }
        // The header of a browser that connects again is newer than its address.
        try (EventStream stream = listen("/changes?under=5104&lastEventId=" + ready.id(), "of-before.1")) {
            stream.next(named("reset"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s.99999999", "of-before.0", "3", "x", "-1"})
    void an_id_that_is_not_there_is_answered_by_a_reset(String id) throws Exception {
        String topic;
        try (EventStream stream = listen("/changes?under=52", null)) {
            topic = ChangeId.parse(stream.next(named("ready")).id())
                    .orElseThrow()
                    .topic();
        }
        try (EventStream stream = listen("/changes?under=52", id.formatted(topic))) {
            stream.next(named("reset"));
            publish(wholeArea("520102", ARISEN, 1));
            stream.next(of("520102"));
        }
    }

    @Test
    void a_comment_comes_while_nothing_happens() throws Exception {
        try (EventStream stream = listen("/changes?under=46", null)) {
            stream.next(named("ready"));
            stream.next(event -> event.name() == null);
        }
    }

    @Test
    void levels_can_be_chosen() throws Exception {
        try (EventStream stream = listen("/changes?level=PROVINCE", null)) {
            stream.next(named("ready"));
            publish(wholeArea("640104", ARISEN, 1));
            assertThat(JsonPath.from(stream.next(named("rollup")).data()).getString("jurisdiction.level"))
                    .isEqualTo("PROVINCE");
        }
    }

    @Test
    void one_that_reads_nothing_holds_up_no_one_and_too_many_are_refused() throws Exception {
        try (Socket idle = new Socket("localhost", RestAssured.port);
                EventStream stream = listen("/changes", null);
                EventStream other = listen("/changes", null)) {
            idle.getOutputStream()
                    .write("GET /changes HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(token())
                            .getBytes(StandardCharsets.UTF_8));
            eventually().untilAsserted(() -> assertThat(feed.subscriptions()).isEqualTo(3));
            other.next(named("ready"));
            problem(viewer().get("/changes").then(), 503)
                    .header("Retry-After", "10")
                    .body("detail", containsString("Too many"));

            publish(wholeArea("650102", ARISEN, 1));

            stream.next(of("650102"));
        }
        eventually().untilAsserted(() -> assertThat(feed.subscriptions()).isZero());
    }

    @Test
    void wrong_parameters_are_named() {
        problem(viewer().get("/changes?under=99").then(), 400);
        problem(viewer().get("/changes?level=X").then(), 400);
        problem(submitter("53").get("/changes").then(), 403);
    }

    private EventStream listen(String address, String lastEventId) throws Exception {
        return new EventStream(address, token(), lastEventId);
    }

    private String token() {
        return issuer.token("watcher", Set.of("viewer"), Set.of());
    }

    private static Predicate<Event> named(String name) {
        return event -> name.equals(event.name());
    }

    private static Predicate<Event> of(String code) {
        return event -> "rollup".equals(event.name())
                && JsonPath.from(event.data()).getString("jurisdiction.code").equals(code);
    }
}
