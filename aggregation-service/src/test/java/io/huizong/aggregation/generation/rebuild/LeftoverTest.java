package io.huizong.aggregation.generation.rebuild;

import static io.huizong.aggregation.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.RoughServersResource;
import io.huizong.local.LocalIssuer;

/** What a rebuild leaves of a place without reports is no difference, and the next rebuild does not carry it on. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class LeftoverTest {

    LocalIssuer issuer;

    @Inject
    EntityManager database;

    @Test
    void an_audit_after_a_rebuild_is_clean() {
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
        int first = serving();
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "insert into rollup (generation, period, jurisdiction, version, own_has_figures, reports,"
                                + " reports_without_figures, cells) values (" + first
                                + ", '2019', '110101001', 1, true, 1, 0, '{\"mediation.disputes_arisen\":{\"own\":[7,1,0]}}')")
                .executeUpdate());
        assertThat(differences()).isPositive();

        int second = rebuilt(first);
        assertThat(differences()).isZero();
        int third = rebuilt(second);
        assertThat(differences()).isZero();

        assertThat(rowsOf(second)).isEqualTo(1);
        assertThat(rowsOf(third)).isZero();
    }

    private int rebuilt(int before) {
        admin().post("/maintenance/rebuild").then().statusCode(202);
        eventually().until(() -> serving() > before);
        return serving();
    }

    private long differences() {
        return admin().post("/maintenance/audit")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines()
                        .count()
                - 1;
    }

    private long rowsOf(int generation) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) database.createNativeQuery(
                                "select count(*) from rollup where period = '2019' and jurisdiction = '110101001'"
                                        + " and generation = " + generation)
                        .getSingleResult())
                .longValue());
    }

    private int serving() {
        return admin().get("/maintenance/rebuild").path("serving");
    }

    private RequestSpecification admin() {
        return given().auth().oauth2(issuer.token("admin", Set.of("admin"), Set.of()));
    }
}
