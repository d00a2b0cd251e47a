package io.huizong.aggregation.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;

/** The page needs no token, comes under a strict policy, and asks for nothing that the service itself does not have. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class PageTest {

    private static final Pattern REFERENCE =
            Pattern.compile("(?:src=|from |import |rel=\"stylesheet\" href=|fetch\\()['\"]([^'\"]+)['\"]");

    @Test
    void the_page_is_there_without_a_token() {
        assertThat(page().statusCode()).isEqualTo(200);
        assertThat(page().contentType()).startsWith("text/html");
    }

    @Test
    void nothing_inline_and_nothing_from_elsewhere_is_permitted() {
        String policy = page().header("Content-Security-Policy");

        assertThat(policy.split(";\\s*"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'")
                .contains("base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("unsafe").doesNotContain("http");
    }

    @Test
    void every_answer_forbids_to_guess_its_type_and_to_send_its_address_on() {
        for (String path : Set.of("/", "/dashboard/main.js", "/rollups/CN/2021")) {
            Response answer = given().get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
        }
    }

    @Test
    void every_file_that_the_page_asks_for_is_there() {
        Set<String> seen = new TreeSet<>(Set.of("/"));
        Deque<String> waiting = new ArrayDeque<>(seen);
        while (!waiting.isEmpty()) {
            String path = waiting.pop();
            Response answer = given().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            if (path.startsWith("/_static/")) {
                continue;
            }
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-cache");
            REFERENCE
                    .matcher(answer.asString())
                    .results()
                    // What a script fetches is named from the page, what it imports from itself.
                    .map(found -> URI.create(found.group().startsWith("fetch") ? "/" : path)
                            .resolve(found.group(1)))
                    .peek(reference -> assertThat(reference.getHost()).as(path).isNull())
                    .map(URI::toString)
                    .filter(seen::add)
                    .forEach(waiting::push);
        }
        assertThat(seen).contains("/dashboard/main.js", "/dashboard/messages.json", "/dashboard/style/tokens.css");
        assertThat(seen).anyMatch(path -> path.startsWith("/_static/echarts/"));
    }

    @Test
    void scripts_are_compressed() {
        given().header("Accept-Encoding", "gzip")
                .get("/dashboard/main.js")
                .then()
                .header("Content-Encoding", "gzip");
    }

    private static Response page() {
        return given().get("/");
    }
}
