package io.huizong.aggregation.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.aggregation.LocalServersResource;

/** Whatever is asked for is found, however much it is, and a query has few texts. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class InListTest {

    private static final int GENERATION = 4712;
    private static final int STORED = 1_100;

    private static final RowStatement<String> STORE = new RowStatement<>("""
            insert into report (generation, period, jurisdiction, revision) values (?, '1980', ?, 0)
            on duplicate key update revision = revision""", (upsert, code) -> {
        upsert.setInt(1, GENERATION);
        upsert.setString(2, code);
    });

    private static final String ANY_OF = "select id.jurisdiction from ReportRow where id.jurisdiction in ";

    @Inject
    StatelessSession session;

    private Statistics statistics;

    @Inject
    void statisticsOf(SessionFactory hibernate) {
        statistics = hibernate.getStatistics();
    }

    @BeforeEach
    void store() {
        QuarkusTransaction.requiringNew().run(() -> STORE.run(session, codes(STORED)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 511, 512, 513, STORED})
    void everything_asked_for_is_found_and_nothing_else(int count) {
        List<String> found = QuarkusTransaction.requiringNew().call(() -> InList.of(codes(count)).stream()
                .flatMap(some -> some
                        .bind(session.createSelectionQuery(
                                "select id.jurisdiction from ReportRow where id.generation = :generation and id.jurisdiction in "
                                        + some.parameters(),
                                String.class))
                        .setParameter("generation", GENERATION)
                        .getResultList()
                        .stream())
                .toList());

        assertThat(found).containsExactlyInAnyOrderElementsOf(codes(count));
    }

    @Test
    void a_query_has_ten_texts() {
        assertThat(IntStream.rangeClosed(1, 512)
                        .mapToObj(count -> InList.of(codes(count)))
                        .peek(lists -> assertThat(lists).hasSize(1))
                        .map(lists -> lists.get(0).parameters())
                        .distinct())
                .hasSize(10);
    }

    @Test
    void hibernate_keeps_the_plan_of_a_query_as_it_does_not_for_a_list_in_one_parameter() {
        String listed = ANY_OF + InList.of(codes(3)).get(0).parameters();
        String inOne = ANY_OF + ":codes";
        statistics.setStatisticsEnabled(true);
        try {
            for (int time = 0; time < 2; time++) {
                QuarkusTransaction.requiringNew().run(() -> {
                    InList.of(codes(3))
                            .get(0)
                            .bind(session.createSelectionQuery(listed, String.class))
                            .getResultList();
                    session.createSelectionQuery(inOne, String.class)
                            .setParameter("codes", codes(3))
                            .getResultList();
                });
            }

            // What the text means is kept of both, how to run it of one.
            assertThat(statistics.getQueryStatistics(listed).getPlanCacheHitCount())
                    .isEqualTo(2);
            assertThat(statistics.getQueryStatistics(inOne).getPlanCacheHitCount())
                    .isEqualTo(1);
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    private static List<String> codes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Integer.toString(110101001 + number))
                .toList();
    }
}
