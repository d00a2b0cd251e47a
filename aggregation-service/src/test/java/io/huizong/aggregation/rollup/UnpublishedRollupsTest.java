package io.huizong.aggregation.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.persistence.RowStatement;
import io.huizong.contract.division.Level;

/** What unpublished rollups cost is a matter of how many there are, not of how many rollups are stored. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class UnpublishedRollupsTest {

    private static final int GENERATION = 4711;
    private static final int STORED = 3_000;
    private static final int MARKED = 3;
    private static final int A_FEW = 20;

    private static final String STORE = """
            insert into rollup (generation, period, jurisdiction, version, own_has_figures, reports,
                                reports_without_figures, cells, unpublished)
            values (?, '1980', ?, 1, false, 0, 0, '{}', ?)
            on duplicate key update unpublished = values(unpublished)""";

    @Inject
    UnpublishedRollups unpublished;

    @Inject
    EntityManager database;

    /** Marks come and go: the statistics, which choose the index, are of a time when there were many. */
    @BeforeEach
    void storeAndPublish() {
        store(STORED);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("analyze table rollup").getResultList());
        store(MARKED);
    }

    private void store(int marked) {
        RowStatement<Integer> rows = new RowStatement<>(STORE, (upsert, number) -> {
            upsert.setInt(1, GENERATION);
            upsert.setString(2, Integer.toString(110101001 + number));
            upsert.setString(3, number < marked ? Level.TOWNSHIP.name() : null);
        });
        QuarkusTransaction.requiringNew()
                .run(() -> rows.run(
                        database.unwrap(Session.class),
                        IntStream.range(0, STORED).boxed().toList()));
    }

    @Test
    void reading_them_reads_no_rollup_without_a_mark() {
        assertThat(rowsRead(() -> assertThat(unpublished.read(GENERATION, Level.TOWNSHIP, null, 100))
                        .hasSize(MARKED)))
                .isLessThan(A_FEW);
    }

    /** How many times meanwhile the server went from one row to the next in an index. */
    private long rowsRead(Runnable work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long before = rowsRead();
            work.run();
            return rowsRead() - before;
        });
    }

    private long rowsRead() {
        Object[] counter =
                (Object[]) database.createNativeQuery("show session status like 'Handler_read_next'", Object[].class)
                        .getSingleResult();
        return Long.parseLong((String) counter[1]);
    }
}
