package io.huizong.aggregation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.RoughServersResource;

/** Why a batch cannot be written is told, without its data, and it is written as soon as it can be. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class FailureTextCauseTest extends Damage {

    @AfterEach
    void refuse_nothing() throws SQLException {
        sql("drop trigger if exists refusing");
    }

    @Test
    void the_first_cause_is_told_without_what_it_is_about() throws SQLException {
        sql("create trigger refusing before insert on submission for each row"
                + " signal sqlstate '45000' set message_text = 'not \"a secret\"'");
        log.publish(event("110101001", "2016", 7));

        awaitNotReady("SQLState 45000, error 1644");
        assertThat(readiness().asString()).doesNotContain("secret", "Undeclared");
        assertThat(arisen("110101", "2016")).isZero();

        sql("drop trigger refusing");
        awaitArisen("110101", "2016", 7);
        the_service_is_ready();
    }
}
