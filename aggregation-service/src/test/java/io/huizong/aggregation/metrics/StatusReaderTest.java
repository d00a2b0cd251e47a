package io.huizong.aggregation.metrics;

import static io.huizong.aggregation.Eventually.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;

/** The metrics of the totals are the same at every instance, whatever generation it answers from. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class StatusReaderTest {

    @Inject
    StatusReader reader;

    @Inject
    EntityManager database;

    @AfterEach
    void leave_everything_as_it_was() {
        QuarkusTransaction.rollback();
    }

    @Test
    void an_instance_whose_generation_was_replaced_shows_the_one_that_serves() {
        eventually().until(() -> given().get("/q/health/ready").statusCode() == 200);
        QuarkusTransaction.begin();
        sql("update generation set state = 'RETIRED' where state = 'SERVING'");
        sql("insert into generation (number, state, divisions, indicators) values (4711, 'SERVING', 'other', 'other')");
        sql("insert into uncounted (generation, period, jurisdiction, submission_id, not_counted) values"
                + " (4711, '2022', 'XX', 'x', '[]')");
        sql("insert into report (generation, period, jurisdiction, revision, current) values"
                + " (4711, '2022', 'XX', 1, 'x')");

        assertThat(reader.sample().uncountedReports()).isEqualTo(1);
    }

    private void sql(String statement) {
        database.createNativeQuery(statement).executeUpdate();
    }
}
