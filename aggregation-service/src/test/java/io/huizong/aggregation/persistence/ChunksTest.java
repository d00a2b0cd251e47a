package io.huizong.aggregation.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many rows there are, they are cut into parts of few sizes, and none is lost or moved. */
class ChunksTest {

    @Test
    void the_largest_parts_come_first() {
        assertThat(Chunks.of(rows(300))).extracting(List::size).containsExactly(128, 128, 32, 8, 4);
    }

    @Test
    void a_few_rows_are_one_part() {
        assertThat(Chunks.of(rows(7))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 129, 255, 1_700})
    void all_rows_are_there_in_their_order(int count) {
        List<List<Integer>> chunks = Chunks.of(rows(count));

        assertThat(chunks.stream().flatMap(List::stream).toList()).isEqualTo(rows(count));
        assertThat(chunks)
                .extracting(List::size)
                .allMatch(size -> size <= 8 || Set.of(16, 32, 64, 128).contains(size));
    }

    private static List<Integer> rows(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
