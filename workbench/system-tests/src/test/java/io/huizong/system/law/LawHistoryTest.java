package io.huizong.system.law;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.system.history.NotCounted;
import io.huizong.system.history.Seed;
import io.huizong.system.history.SubmissionOutcome;

/** The history of the short form has in it all that the law is about. */
class LawHistoryTest {

    private static final int RECORDS = 1_000;

    private final Edition bundled = Edition.bundled();
    private final LawHistory history = new LawHistory(Seed.of("law.seed", false), bundled);

    @Test
    void the_same_seed_gives_the_same_records() {
        LawHistory again = new LawHistory(Seed.of("law.seed", false), bundled);

        assertThat(texts(again.next(RECORDS))).isEqualTo(texts(history.next(RECORDS)));
    }

    @Test
    void it_comes_to_every_outcome() {
        assertThat(expected(bundled).history().outcomes().values().stream()
                        .map(SubmissionOutcome::outcome)
                        .collect(toSet()))
                .containsExactlyInAnyOrder("APPLIED", "CONFLICT", "KEY_REUSED", "NO_EFFECT");
    }

    @Test
    void other_files_know_other_things(@TempDir Path folder) throws Exception {
        List<LoggedRecord> log = log();
        Expectation before = new Expectation(log, bundled);
        Expectation after = new Expectation(
                log, bundled.withCatalog(NewerFiles.catalog(folder)).withDivisions(NewerFiles.divisions(folder)));

        assertThat(codes(before))
                .contains("jurisdiction.unknown", "indicator.unknown", "indicator.not_a_rate", "figure.not_whole");
        assertThat(codes(after))
                .contains(
                        "jurisdiction.unknown",
                        "indicator.unknown",
                        "indicator.not_a_rate",
                        "figure.not_whole",
                        "jurisdiction.not_in_period");
        assertThat(after.uncounted()).hasSizeLessThan(before.uncounted().size());
        assertThat(after.unreadable()).isEqualTo(before.unreadable());
        assertThat(before.unreadable()).hasSizeGreaterThan(10);
        assertThat(after.rollups().byPlace())
                .isNotEqualTo(before.rollups().byPlace())
                .isNotEmpty();
    }

    private static List<String> texts(List<LawRecord> records) {
        return records.stream()
                .map(record -> "%d %s %s".formatted(record.number(), record.key(), Arrays.hashCode(record.value())))
                .toList();
    }

    private Expectation expected(Edition edition) {
        return new Expectation(log(), edition);
    }

    private List<LoggedRecord> log() {
        List<LoggedRecord> log = new ArrayList<>();
        for (LawRecord record : history.next(RECORDS)) {
            log.add(new LoggedRecord(new ConsumerRecord<>("reports", 0, log.size(), null, record.value()), record));
        }
        return log;
    }

    private static Set<String> codes(Expectation expected) {
        return expected.notCounted().values().stream()
                .flatMap(Set::stream)
                .map(NotCounted::code)
                .collect(toSet());
    }
}
