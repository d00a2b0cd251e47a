package io.huizong.aggregation.generation;

import static io.huizong.aggregation.generation.GenerationState.BUILDING;
import static io.huizong.aggregation.generation.GenerationState.ENDED;
import static io.huizong.aggregation.generation.GenerationState.RETIRED;
import static io.huizong.aggregation.generation.GenerationState.SERVING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.huizong.aggregation.generation.GenerationRows.Known;

/** Newer files take the place of older ones by themselves, once, and never against what somebody has asked for. */
class GenerationChoiceTest {

    private static final GenerationFiles OLD = new GenerationFiles("d1", 1, "i1", 1, 2);
    private static final GenerationFiles NEW = new GenerationFiles("d1", 1, "i2", 2, 2);
    private static final GenerationFiles NEWEST = new GenerationFiles("d2", 2, "i2", 2, 2);

    @Test
    void newer_files_begin_a_generation_and_then_wait_for_it() {
        GenerationChoice choice = new GenerationChoice(NEW, null);

        assertThat(choice.among(List.of(new Known(1, SERVING, OLD)))).isEmpty();
        assertThat(choice.among(List.of(new Known(1, SERVING, OLD), new Known(2, BUILDING, NEW))))
                .hasValue(new GenerationStatus.Building(2));
        assertThat(choice.among(List.of(new Known(1, RETIRED, OLD), new Known(2, SERVING, NEW))))
                .hasValue(new GenerationStatus.Serving(2));
    }

    @Test
    void older_files_wait_whatever_they_have_seen() {
        List<Known> all = List.of(new Known(1, RETIRED, OLD), new Known(2, SERVING, NEW));

        assertThat(new GenerationChoice(OLD, null).among(all).orElseThrow())
                .isInstanceOf(GenerationStatus.Replaced.class);
        assertThat(new GenerationChoice(OLD, 1).among(all).orElseThrow()).isInstanceOf(GenerationStatus.Replaced.class);
    }

    @Test
    void only_newer_files_end_what_others_build() {
        List<Known> all = List.of(new Known(1, SERVING, OLD), new Known(2, BUILDING, NEW));

        assertThat(new GenerationChoice(NEWEST, null).among(all)).isEmpty();
        assertThat(new GenerationChoice(OLD, 1).among(all)).hasValue(new GenerationStatus.Serving(1));
    }

    @Test
    void who_was_sent_back_does_not_come_again_by_itself() {
        List<Known> back = List.of(new Known(2, RETIRED, NEW), new Known(3, SERVING, OLD));

        assertThat(new GenerationChoice(NEW, 2).among(back).orElseThrow())
                .isInstanceOf(GenerationStatus.Replaced.class);
        assertThat(new GenerationChoice(NEW, null).among(back))
                .as("when it starts")
                .isEmpty();
    }

    @Test
    void a_rebuild_that_was_ended_is_not_begun_again() {
        GenerationChoice choice = new GenerationChoice(NEW, 2);
        Known serving = new Known(1, SERVING, OLD);

        assertThat(choice.among(List.of(serving, new Known(2, ENDED, NEW))).orElseThrow())
                .isInstanceOf(GenerationStatus.Replaced.class);
        assertThat(choice.among(List.of(serving, new Known(3, BUILDING, OLD))).orElseThrow())
                .as("when its row is removed")
                .isInstanceOf(GenerationStatus.Replaced.class);
    }

    @Test
    void a_database_that_went_back_to_before_it_begins_it_again() {
        assertThat(new GenerationChoice(NEW, 2).among(List.of(new Known(1, SERVING, OLD))))
                .isEmpty();
    }

    @Test
    void who_waits_says_what_to_do() {
        Known old = new Known(1, SERVING, OLD);

        assertThat(reason(OLD, null, List.of(new Known(2, SERVING, NEW))))
                .contains("generation 2 serves with files of a newer edition", "see 'Go back'");
        assertThat(reason(NEW, null, List.of(old, new Known(2, BUILDING, NEWEST))))
                .as("another edition is in the way")
                .contains("generation 2 is being built", NEWEST.toString(), "DELETE /maintenance/rebuild");
        assertThat(reason(NEW, 2, List.of(old, new Known(2, ENDED, NEW))))
                .contains("files of an older edition", "POST /maintenance/rebuild");
    }

    private static String reason(GenerationFiles files, Integer last, List<Known> all) {
        return new GenerationChoice(files, last).among(all).orElseThrow().sentence();
    }
}
