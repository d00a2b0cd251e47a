package io.huizong.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.huizong.benchmarks.measure.Comparison.Better;

/** Both sides work by turns, warm-up does not count, and a higher ratio is always the better one. */
class RoundsTest {

    private final Progress silent = new Progress(new PrintStream(OutputStream.nullOutputStream()));

    @Test
    void the_result_is_the_median_of_the_counted_rounds() throws Exception {
        double[] ours = {1, 1, 80, 90, 50};

        Result result = new Rounds(2, 3).compare(of(Better.MORE), round -> ours[round], round -> 100, silent);

        assertThat(result.ratio()).isEqualTo(0.8);
        assertThat(result.ours()).isEqualTo(80);
        assertThat(result.runs()).extracting(Round::ours).containsExactly(80.0, 90.0, 50.0);
    }

    @Test
    void a_shorter_time_makes_a_higher_ratio() throws Exception {
        Result result = new Rounds(0, 1).compare(of(Better.LESS), round -> 50, round -> 10, silent);

        assertThat(result.ratio()).isEqualTo(0.2, within(1e-9));
    }

    @Test
    void the_other_side_begins_each_time() throws Exception {
        List<String> turns = new ArrayList<>();
        Side ours = round -> {
            turns.add("ours");
            return 1;
        };
        Side reference = round -> {
            turns.add("reference");
            return 1;
        };

        new Rounds(1, 1).compare(of(Better.MORE), ours, reference, silent);

        assertThat(turns).containsExactly("ours", "reference", "reference", "ours");
    }

    private static Comparison of(Better better) {
        return new Comparison("row", "a row", "ms", better, 0.5);
    }
}
