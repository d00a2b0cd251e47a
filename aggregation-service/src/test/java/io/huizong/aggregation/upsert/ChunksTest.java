package io.huizong.aggregation.upsert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However many rows there are, they are cut into parts of eight sizes at most, and none is lost or moved. */
class ChunksTest {

    @Test
    void the_largest_parts_come_first() {
        assertThat(Chunks.of(rows(300))).extracting(List::size).containsExactly(128, 128, 32, 8, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 129, 255, 1_700})
    void all_rows_are_there_in_their_order(int count) {
        List<List<Integer>> chunks = Chunks.of(rows(count));

        assertThat(chunks.stream().flatMap(List::stream).toList()).isEqualTo(rows(count));
        assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.size()).isIn(128, 64, 32, 16, 8, 4, 2, 1));
    }

    private static List<Integer> rows(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
