package io.huizong.system.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.local.Stage;
import io.huizong.local.count.Tally;
import io.huizong.system.history.Differences;
import io.huizong.system.history.ExpectedHistory;
import io.huizong.system.history.ExpectedRollups;
import io.huizong.system.history.NotCounted;
import io.huizong.system.history.Place;
import io.huizong.system.history.PlacedSubmission;
import io.huizong.system.history.Rollup;
import io.huizong.system.instances.AggregationInstance;

/** What must be true when everything has been applied and published, whatever happened before. */
public final class Aftermath {

    private static final int SAMPLE = 25;

    private final DivisionTree tree = DivisionTree.bundled();
    private final IndicatorCatalog catalog = IndicatorCatalog.bundled();
    private final Stage stage;
    private final List<AggregationInstance> instances;
    private final Object plan;
    private final ExpectedHistory expected;
    private final ExpectedRollups totals;

    /**
     * @param instances all of the stage, running
     * @param plan what happened before, for messages
     */
    public Aftermath(Stage stage, List<AggregationInstance> instances, Object plan, ExpectedHistory expected) {
        this.stage = stage;
        this.instances = List.copyOf(instances);
        this.plan = plan;
        this.expected = expected;
        this.totals = new ExpectedRollups(tree, catalog, expected);
    }

    /** Everything is as the history says: stored, shown, published and audited. */
    public void assertSound() throws Exception {
        assertStored();
        assertWithdrawnAreEmpty();
        assertShown();
        assertPublished();
        assertAudited();
    }

    /** The tables hold every outcome, every revision and every total. */
    public void assertStored() throws Exception {
        try (Connection connection = stage.connection()) {
            assertStored(connection);
        }
    }

    /** The tables over that connection hold them. */
    public void assertStored(Connection connection) throws Exception {
        StoredTables stored = new StoredTables(connection);
        assertSame("submissions", expected.outcomes(), stored.outcomes());
        assertSame("reports", expected.revisions(), stored.revisions());
        assertSame("not counted", notCounted(), stored.uncounted());
        assertSame("versions", totals.versions(), stored.versions());
        Map<Place, Rollup> found = stored.rollups();
        found.values().removeIf(Rollup::isEmpty);
        assertSame("rollups", totals.byPlace(), found);
    }

    private Map<PlacedSubmission, Set<NotCounted>> notCounted() {
        Map<PlacedSubmission, Set<NotCounted>> parts = new HashMap<>();
        expected.current().forEach((place, report) -> {
            Set<NotCounted> ofReport = NotCounted.of(report, tree, catalog);
            if (!ofReport.isEmpty()) {
                parts.put(new PlacedSubmission(expected.revisions().get(place).current(), place), ofReport);
            }
        });
        return parts;
    }

    private void assertWithdrawnAreEmpty() throws Exception {
        try (Connection connection = stage.connection()) {
            Map<Place, Rollup> stored = new StoredTables(connection).rollups();
            assertThat(expected.withdrawn()).isNotEmpty().allSatisfy(place -> {
                Rollup rollup = stored.get(place);
                assertThat(rollup.scope()).as("scope of %s, %s", place, plan).isNull();
                assertThat(rollup.cells().values())
                        .as("cells of %s, %s", place, plan)
                        .allMatch(cell -> cell.own().equals(Tally.NONE));
            });
        }
    }

    /** Each instance shows what an independent count gives: gaps, contributors, marks and all. */
    private void assertShown() throws Exception {
        for (Place place : sample()) {
            var counted = totals.shown(place);
            for (AggregationInstance instance : instances) {
                byte[] shown = fetch(instance, place);
                assertSame("rollup of %s shown by %s".formatted(place, instance), counted, ShownRollup.cells(shown));
            }
        }
    }

    /** The root, some places with a report and some where it was withdrawn. */
    private List<Place> sample() {
        return Stream.of(
                        Stream.of(new Place("CN", "2022")),
                        expected.current().keySet().stream().limit(SAMPLE),
                        expected.withdrawn().stream().limit(SAMPLE))
                .flatMap(places -> places)
                .toList();
    }

    /**
     * Whoever reads the topic of changes from its beginning holds the newest version of every rollup, with what the
     * independent count gives, as REST shows it, and nothing where nothing is left.
     */
    private void assertPublished() throws Exception {
        Map<Place, String> held = ChangesTopic.read(stage);
        assertThat(held.keySet())
                .as("places in the topic, %s", plan)
                .isEqualTo(totals.byPlace().keySet());
        Map<Place, Long> versions = new HashMap<>();
        for (Map.Entry<Place, String> entry : held.entrySet()) {
            byte[] rollup = entry.getValue().getBytes(StandardCharsets.UTF_8);
            versions.put(entry.getKey(), ShownRollup.version(rollup));
            assertSame(
                    "rollup of %s in the topic".formatted(entry.getKey()),
                    totals.shown(entry.getKey()),
                    ShownRollup.cells(rollup));
        }
        Map<Place, Long> counted = new HashMap<>(totals.versions());
        counted.keySet().retainAll(held.keySet());
        assertSame("versions in the topic", counted, versions);
        for (Place place : sample()) {
            if (held.containsKey(place)) {
                assertThat(ShownRollup.withoutGeneration(held.get(place).getBytes(StandardCharsets.UTF_8)))
                        .as("%s in the topic, %s", place, plan)
                        .isEqualTo(ShownRollup.withoutGeneration(fetch(any(), place)));
            }
        }
    }

    private void assertAudited() throws Exception {
        String answer =
                new String(any().post("/maintenance/audit", stage.admin()).body(), StandardCharsets.UTF_8);
        assertThat(answer)
                .as("audit, %s", plan)
                .startsWith("{\"differences\":0,")
                .contains("\"reports\":%d}".formatted(expected.current().size()))
                .hasLineCount(1);
    }

    private AggregationInstance any() {
        return instances.get(0);
    }

    private byte[] fetch(AggregationInstance instance, Place place) throws IOException, InterruptedException {
        return ShownRollup.fetch(instance, stage.admin(), place);
    }

    private <K, V> void assertSame(String what, Map<K, V> expected, Map<K, V> found) {
        assertThat(Differences.between(expected, found))
                .as("%s, %s", what, plan)
                .isEmpty();
    }
}
