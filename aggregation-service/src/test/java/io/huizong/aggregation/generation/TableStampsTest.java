package io.huizong.aggregation.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.StartsEmpty;

/** Tables belong together if they have the same stamp, and nothing is applied to others. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class TableStampsTest {

    @Inject
    TableStamps stamps;

    @Inject
    EntityManager database;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void leave_everything_as_it_was() {
        QuarkusTransaction.rollback();
    }

    @Test
    void tables_that_are_stamped_anew_belong_together() {
        stamps.check();

        stamps.renew();

        stamps.check();
    }

    @Test
    void a_table_of_another_time_is_found_whichever_it_is() {
        for (String table : TableStamps.TABLES) {
            assertThat(sql("update %s set stamp = stamp + 1 where stamp is not null".formatted(table)))
                    .isEqualTo(1);

            assertTorn(table);
            sql("update %s set stamp = stamp - 1 where stamp is not null".formatted(table));
        }
        stamps.check();
    }

    @Test
    void a_table_that_is_not_filled_yet_is_found() {
        sql("delete from unreadable");

        assertTorn("unreadable without a stamp");
        assertThatThrownBy(stamps::checkOrBegin).isInstanceOf(TornTablesException.class);
    }

    @Test
    void tables_that_somebody_has_emptied_begin_anew_and_only_if_all_are_empty() {
        TableStamps.TABLES.forEach(table -> sql("delete from " + table));
        sql("insert into report (generation, period, jurisdiction, revision) values (1, '2022', 'CN', 1)");
        assertThatThrownBy(stamps::checkOrBegin).isInstanceOf(TornTablesException.class);
        sql("delete from report");

        stamps.checkOrBegin();

        stamps.renew();
    }

    private void assertTorn(String named) {
        assertThatThrownBy(stamps::check)
                .isInstanceOf(TornTablesException.class)
                .hasMessageContaining(named);
        assertThatThrownBy(stamps::renew)
                .isInstanceOf(TornTablesException.class)
                .hasMessageContaining(named);
    }

    private int sql(String statement) {
        return database.createNativeQuery(statement).executeUpdate();
    }
}
