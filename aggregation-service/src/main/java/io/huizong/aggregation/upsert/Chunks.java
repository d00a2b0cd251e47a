package io.huizong.aggregation.upsert;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows cut into as few parts as possible of 128, 64, 32, 16, 8, 4, 2 and 1: whatever their number, only eight different
 * statements are ever prepared for them, each once a connection.
 */
public final class Chunks {

    private static final int LARGEST = 128;

    private Chunks() {}

    /** The parts, in order. */
    public static <T> List<List<T>> of(List<T> rows) {
        List<List<T>> chunks = new ArrayList<>();
        for (int begin = 0; begin < rows.size(); ) {
            int size = Math.min(LARGEST, Integer.highestOneBit(rows.size() - begin));
            chunks.add(rows.subList(begin, begin + size));
            begin += size;
        }
        return chunks;
    }
}
