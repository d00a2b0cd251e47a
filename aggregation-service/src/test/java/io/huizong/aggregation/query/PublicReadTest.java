package io.huizong.aggregation.query;

import static io.restassured.RestAssured.given;

import java.util.UUID;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;

/** Where reading is public, no token is needed for it, and still one for maintenance. */
@QuarkusTest
@WithTestResource(
        value = LocalServersResource.class,
        initArgs = {
            @ResourceArg(name = "huizong.public-read", value = "true"),
            @ResourceArg(name = "huizong.exports.max-concurrent", value = "0"),
            @ResourceArg(name = "huizong.wait.max-concurrent", value = "0")
        })
class PublicReadTest {

    @Test
    void everyone_reads() {
        given().get("/rollups/53/2021").then().statusCode(200);
        given().get("/indicators").then().statusCode(200);
        given().get("/submissions/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_bad_token_is_refused_all_the_same() {
        given().auth().oauth2("not.a.token").get("/rollups/53/2021").then().statusCode(401);
    }

    @Test
    void maintenance_needs_an_admin() {
        given().get("/maintenance/unreadable").then().statusCode(401);
        given().post("/maintenance/rebuild").then().statusCode(401);
    }
}
