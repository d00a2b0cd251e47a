package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.local.LocalIssuer;

/**
 * A request that is no good HTTP is refused, as a problem wherever it can be read far enough to be routed. What Netty
 * cannot read, and an address that is no URI, never get to a handler of ours: Vert.x and Quarkus answer them with the bare
 * status, before routing, and no setting changes that.
 */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class MalformedHttpTest {

    LocalIssuer issuer;
    Intake intake;
    private RawRequest raw;
    private String authorization;

    @BeforeEach
    void connect() {
        raw = new RawRequest(intake.address());
        authorization = "Authorization: Bearer " + issuer.token("c", Set.of("submitter"), Set.of("CN")) + "\r\n";
    }

    @ParameterizedTest
    @CsvSource({"/reports/%C0%80/2021, 422", "/reports/53/%ED%A0%80, 422", "/reports/..%2F..%2Fq/metrics, 422", "*, 404"
    })
    void a_strange_address_is_a_problem(String address, int status) {
        String answer = raw.answer("DELETE " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + authorization
                + "Accept-Language: en\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer).contains("application/problem+json");
        assertThat(answer).contains("\"type\":\"urn:huizong:problem:", "\"status\":" + status);
        assertThat(answer).doesNotContain("Exception", "\tat ");
    }

    @Test
    void an_address_or_headers_too_long_are_refused_with_a_bare_status() {
        String longAddress = raw.answer("GET /" + "x".repeat(10_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        String longHeader = raw.answer("GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");

        assertThat(longAddress).contains(" 414 ").endsWith("\r\n\r\n");
        assertThat(longHeader).contains(" 431 ").endsWith("\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/%zz/2021", "/reports/53%/2021", "/%zz", "/reports/53/2021?expectedRevision=%zz"})
    void an_address_that_is_no_uri_is_refused_with_a_bare_status(String address) {
        String answer = raw.answer(
                "DELETE " + address + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + authorization + "\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\n");
    }

    @Test
    void what_is_no_http_is_refused_with_a_bare_status() {
        assertThat(raw.answer("GET / HTTP/1.1\r\nno header\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(raw.answer("POST /reports HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_body_that_breaks_off_leaves_nothing_behind() {
        String answer = raw.answer("POST /reports HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + authorization
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");

        assertThat(answer).doesNotContain("HTTP/1.1 2", "HTTP/1.1 5");
    }
}
