package io.huizong.system.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.local.Stage;
import io.huizong.system.history.Differences;
import io.huizong.system.history.NotCounted;
import io.huizong.system.history.Place;
import io.huizong.system.instances.AggregationInstance;
import io.huizong.system.stored.ChangesTopic;
import io.huizong.system.stored.ShownRollup;

/** Whether totals are shown, and published, as an independent count gives them. */
final class ShownVerdict {

    private static final int SAMPLE = 15;

    private final Stage stage;
    private final Edition edition;
    private final Expectation expected;
    private final String when;

    ShownVerdict(Stage stage, Edition edition, Expectation expected, String when) {
        this.stage = stage;
        this.edition = edition;
        this.expected = expected;
        this.when = when;
    }

    /** Some rollups as each instance shows them. */
    void assertShown(List<AggregationInstance> instances) throws IOException, InterruptedException {
        for (Place place : sample()) {
            var right = expected.rollups().shown(place);
            for (AggregationInstance instance : instances) {
                assertSame(
                        "%s shown by %s".formatted(place, instance),
                        right,
                        ShownRollup.cells(ShownRollup.fetch(instance, stage.admin(), place)));
            }
        }
    }

    /**
     * All rollups that a new reader of the topic of changes comes to hold.
     *
     * @return them, but for the generation that each says it is of
     */
    Map<Place, JsonNode> assertPublished(AggregationInstance instance) throws IOException, InterruptedException {
        Map<Place, JsonNode> published = new HashMap<>();
        Map<Place, Long> versions = new HashMap<>(expected.rollups().versions());
        for (Map.Entry<Place, String> held : ChangesTopic.read(stage).entrySet()) {
            byte[] rollup = held.getValue().getBytes(StandardCharsets.UTF_8);
            published.put(held.getKey(), ShownRollup.withoutGeneration(rollup));
            assertSame(
                    held.getKey() + " in the topic",
                    expected.rollups().shown(held.getKey()),
                    ShownRollup.cells(rollup));
            assertThat(ShownRollup.version(rollup))
                    .as("version of %s in the topic, %s", held.getKey(), when)
                    .isEqualTo(versions.get(held.getKey()));
        }
        assertThat(published.keySet())
                .as("places in the topic, %s", when)
                .isEqualTo(expected.rollups().byPlace().keySet());
        for (Place place : sample()) {
            if (published.containsKey(place)) {
                assertThat(published.get(place))
                        .as("%s in the topic, %s", place, when)
                        .isEqualTo(ShownRollup.withoutGeneration(ShownRollup.fetch(instance, stage.admin(), place)));
            }
        }
        return published;
    }

    /** The root, places that change with the files, some with a report and some where it was withdrawn. */
    private List<Place> sample() {
        return Stream.of(
                        Stream.of("CN", "53", "5301", "5303", NewerFiles.MOVED_COUNTY, "530190")
                                .flatMap(code -> Stream.of(new Place(code, "2022"), new Place(code, "2021"))),
                        expected.history().current().keySet().stream().limit(SAMPLE),
                        expected.history().withdrawn().stream().limit(SAMPLE))
                .flatMap(places -> places)
                .filter(place -> NotCounted.ofPlace(place, edition.tree()).isEmpty())
                .distinct()
                .toList();
    }

    private <K, V> void assertSame(String what, Map<K, V> right, Map<K, V> found) {
        assertThat(Differences.between(right, found)).as("%s, %s", what, when).isEmpty();
    }
}
