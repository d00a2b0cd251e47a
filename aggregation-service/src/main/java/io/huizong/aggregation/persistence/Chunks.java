package io.huizong.aggregation.persistence;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows cut into parts of 128, 64, 32 and 16, and one or two of up to eight. Whatever their number, at most twelve
 * different statements are prepared on a connection, and up to eight rows take one statement.
 */
public final class Chunks {

    private static final int LARGEST = 128;
    private static final int MIN_SIZE = 8;

    private Chunks() {}

    /** The parts, in order. */
    public static <T> List<List<T>> of(List<T> rows) {
        List<List<T>> chunks = new ArrayList<>();
        for (int begin = 0; begin < rows.size(); ) {
            int left = rows.size() - begin;
            int size = left <= MIN_SIZE ? left : Math.min(LARGEST, Integer.highestOneBit(left));
            chunks.add(rows.subList(begin, begin + size));
            begin += size;
        }
        return chunks;
    }
}
