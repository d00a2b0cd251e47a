package io.huizong.aggregation.query;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;

/** Exports and waiting requests that there is no room for are refused, and told when to come again. */
@QuarkusTest
@WithTestResource(
        value = LocalServersResource.class,
        initArgs = {
            @ResourceArg(name = "huizong.public-read", value = "true"),
            @ResourceArg(name = "huizong.exports.max-concurrent", value = "0"),
            @ResourceArg(name = "huizong.wait.max-concurrent", value = "0")
        })
class NoRoomTest extends Asking {

    @Test
    void an_export_too_many_is_refused() {
        problem(viewer().get("/gaps/53/2022?format=csv").then(), 503)
                .header("Retry-After", "10")
                .header("Content-Disposition", nullValue())
                .body("type", equalTo("urn:huizong:problem:unavailable"));
        viewer().get("/gaps/53/2022").then().statusCode(200);
    }

    @Test
    void a_waiting_request_too_many_is_refused() {
        problem(
                        viewer().header("Prefer", "wait=5")
                                .get("/gaps/53/2022?after=00000000-0000-7000-8000-000000000000")
                                .then(),
                        503)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:huizong:problem:unavailable"));
    }
}
