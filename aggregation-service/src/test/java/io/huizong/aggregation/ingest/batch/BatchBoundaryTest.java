package io.huizong.aggregation.ingest.batch;

import static io.huizong.aggregation.Reports.wholeArea;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.LocalServersResource;
import io.huizong.aggregation.RandomHistory;
import io.huizong.aggregation.StartsEmpty;
import io.huizong.aggregation.offset.OffsetRange;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Level;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.ReportWithdrawn;
import io.huizong.contract.report.Period;

/** What a submission comes to follows from the records of its place in their order, not from where batches end. */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
@StartsEmpty
class BatchBoundaryTest {

    private static final String LOG = "log-of-the-test-of-boundaries";
    private static final Instant TIME = Instant.parse("2022-01-21T08:00:00Z");
    private static final Period PERIOD = Period.parse("2022");
    private static final int HISTORIES = 40;
    private static final int MAX_EVENTS = 12;
    private static final int IDS = 5;

    @Inject
    BatchTransaction application;

    @Inject
    EntityManager database;

    @Inject
    DivisionTree tree;

    private final Random random = new Random(RandomHistory.SEED);
    /** One for each application, in all tests. */
    private static int partition;

    /** A record of a place. Ids and keys are numbers, so that the same history can be told of several places. */
    private record Step(int id, Integer key, boolean isWithdrawal, Integer expectedRevision) {}

    @Test
    void a_record_that_comes_again_neither_has_a_key_nor_takes_one() {
        Step first = new Step(0, 1, false, null);
        Step other = new Step(1, null, false, null);
        Step again = new Step(1, 1, false, null);
        Step taking = new Step(1, 2, false, null);
        Step last = new Step(2, 2, false, null);

        assertThat(apply(List.of(first, other, again), 3)).containsExactly("#0 APPLIED 1", "#1 APPLIED 2 #0");
        assertThat(apply(List.of(other, taking, last), 3)).containsExactly("#1 APPLIED 1", "#2 APPLIED 2 #1");
    }

    @Test
    void outcomes_do_not_depend_on_where_batches_end() {
        for (int number = 0; number < HISTORIES; number++) {
            List<Step> history = history();
            List<String> oneByOne = apply(history, 1);

            assertThat(apply(history, history.size()))
                    .as("at once: %s", history)
                    .isEqualTo(oneByOne);
            assertThat(apply(history, 1 + random.nextInt(4)))
                    .as("in parts: %s", history)
                    .isEqualTo(oneByOne);
        }
    }

    private List<Step> history() {
        List<Step> history = new ArrayList<>();
        int events = 2 + random.nextInt(MAX_EVENTS - 1);
        for (int number = 0; number < events; number++) {
            history.add(new Step(
                    random.nextInt(IDS),
                    random.nextInt(3) == 0 ? null : random.nextInt(3),
                    random.nextInt(5) == 0,
                    random.nextInt(4) == 0 ? random.nextInt(3) : null));
        }
        return history;
    }

    /** What the submissions of a history come to at a place where nothing was before, in batches of that size. */
    private List<String> apply(List<Step> history, int batchSize) {
        partition++;
        RollupKey place = new RollupKey(
                tree.all().stream()
                        .filter(jurisdiction -> jurisdiction.level() == Level.TOWNSHIP)
                        .skip(partition)
                        .findFirst()
                        .orElseThrow(),
                PERIOD);
        List<IngestedRecord> records = new ArrayList<>();
        for (Step step : history) {
            records.add(
                    new IngestedEvent(event(step, place), Optional.of(place), List.of(), partition, records.size()));
        }
        for (int begin = 0; begin < records.size(); begin += batchSize) {
            int end = Math.min(begin + batchSize, records.size());
            application.apply(
                    Batch.of(LOG, Map.of(partition, new OffsetRange(begin, end)), records.subList(begin, end)));
        }
        return outcomes(place);
    }

    private static ReportEvent event(Step step, RollupKey place) {
        String code = place.jurisdiction().code();
        UUID id = UUID.nameUUIDFromBytes((code + step.id()).getBytes(UTF_8));
        Origin origin = new Origin(code, step.key() == null ? null : "key " + step.key(), null);
        return step.isWithdrawal()
                ? new ReportWithdrawn(id, TIME, code, PERIOD, origin, step.expectedRevision())
                : new ReportSubmitted(
                        id,
                        TIME,
                        wholeArea(code, "mediation.disputes_arisen", step.id()),
                        origin,
                        step.expectedRevision(),
                        List.of());
    }

    private List<String> outcomes(RollupKey place) {
        String code = place.jurisdiction().code();
        List<?> rows = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("""
                select concat_ws(' ', hex(submission_id), outcome, revision, hex(replaced)) from submission
                where jurisdiction = ?1 order by log_offset""", String.class)
                .setParameter(1, code)
                .getResultList());
        String outcomes =
                String.join("\n", rows.stream().map(String.class::cast).toList());
        for (int id = 0; id < IDS; id++) {
            String hex = UUID.nameUUIDFromBytes((code + id).getBytes(UTF_8))
                    .toString()
                    .replace("-", "");
            outcomes = outcomes.replace(hex.toUpperCase(Locale.ROOT), "#" + id);
        }
        return outcomes.lines().toList();
    }
}
