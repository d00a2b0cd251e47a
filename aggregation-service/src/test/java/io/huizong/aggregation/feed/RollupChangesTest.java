package io.huizong.aggregation.feed;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.ownLevel;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.huizong.aggregation.ReportsTopicWriter.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.aggregation.Reports;
import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.PublishedRollup;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.UnpublishedRollups;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.SubmissionReader;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.report.Period;
import io.huizong.local.LocalIssuer;

/** A reader of the topic from its beginning ends with every rollup as it is now. */
@QuarkusTest
@WithTestResource(ChangesServersResource.class)
class RollupChangesTest {

    private static final String ARISEN = "mediation.disputes_arisen";

    LocalIssuer issuer;

    @Inject
    ReportsTopicWriter log;

    @Inject
    Generations generations;

    @Inject
    SubmissionReader submissions;

    @Inject
    ChangesReader changes;

    @Inject
    EntityManager database;

    @Inject
    UnpublishedRollups unpublished;

    @Inject
    RollupReader rollups;

    @Inject
    DivisionTree tree;

    @Test
    void the_last_record_of_every_key_is_what_REST_shows() {
        apply(submitted(Reports.sample("530181009-2021")));
        apply(submitted(wholeArea("530181", ARISEN, 1000, "publicity.events", 3)));
        apply(submitted(ownLevel("530181", ARISEN, 7)));
        awaitPublished();

        Map<String, String> current = changes.current();

        assertThat(changes.keys()).isNotEmpty().allSatisfy(key -> assertThat(current)
                .containsKey(key));
        current.values().removeIf(value -> value == null);
        assertThat(current)
                .containsKeys("CN/2021", "53/2021", "530181009/2021", "CN/2022", "530181/2022")
                .isEqualTo(changes.shown(issuer, current.keySet()));
    }

    @Test
    void a_place_without_reports_ends_in_a_tombstone() {
        apply(submitted(wholeArea("110101001", ARISEN, 7)));
        awaitPublished();
        assertThat(changes.current().get("110101/2022")).contains("\"effective\":7");

        apply(withdrawn("110101001", "2022"));
        awaitPublished();

        assertThat(changes.current())
                .containsEntry("110101001/2022", null)
                .containsEntry("110101/2022", null)
                .containsEntry("11/2022", null);
    }

    @Test
    void a_mark_that_a_crashed_instance_left_is_published() {
        apply(submitted(wholeArea("120101001", ARISEN, 7)));
        awaitPublished();
        long before = recordsOf("120101/2022");

        mark("120101");

        eventually().untilAsserted(() -> assertThat(recordsOf("120101/2022")).isEqualTo(before + 1));
        awaitPublished();
    }

    @Test
    void who_clears_a_mark_hears_whether_the_rollup_has_changed_since() {
        apply(submitted(wholeArea("140105001", ARISEN, 7)));
        awaitPublished();
        RollupKey place = new RollupKey(tree.get("140105001").orElseThrow(), Period.parse("2022"));

        QuarkusTransaction.requiringNew().run(() -> {
            int generation = generations.answering();
            GenerationKey id = GenerationKey.of(generation, place);
            assertThat(unpublished.clear(generation, unpublished.read(List.of(id))))
                    .isFalse();
            assertThat(unpublished.clear(generation, List.of(new PublishedRollup(id, 0, Optional.empty()))))
                    .isTrue();
        });
    }

    @Test
    void a_generation_that_does_not_serve_stays_marked() {
        QuarkusTransaction.requiringNew().run(() -> {
            execute("""
                    insert into rollup (generation, period, jurisdiction, version, own_has_figures, reports,
                                        reports_without_figures, cells, unpublished)
                    values (2, '2022', '65', 1, false, 1, 1, '{}', 'PROVINCE')""");
        });
        apply(submitted(wholeArea("130102001", ARISEN, 7)));
        eventually().until(() -> changes.current().containsKey("13/2022"));

        assertThat(changes.current()).doesNotContainKey("65/2022");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> execute("delete from rollup where generation = 2 and unpublished = 'PROVINCE'")))
                .isEqualTo(1);
    }

    private void apply(ReportEvent event) {
        log.publish(event);
        eventually().until(() -> submissions
                .find(generations.answering(), event.submissionId())
                .isPresent());
    }

    private void awaitPublished() {
        eventually().until(() -> changes.marks() == 0);
    }

    private long recordsOf(String key) {
        return changes.records().stream()
                .filter(record -> record.key().equals(key))
                .count();
    }

    private void mark(String jurisdiction) {
        QuarkusTransaction.requiringNew()
                .run(() -> execute(
                        "update rollup set unpublished = 'COUNTY' where jurisdiction = '" + jurisdiction + "'"));
    }

    private int execute(String sql) {
        return database.createNativeQuery(sql).executeUpdate();
    }
}
