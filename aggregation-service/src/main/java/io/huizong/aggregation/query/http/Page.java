package io.huizong.aggregation.query.http;

import java.util.List;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Part of a list.
 *
 * @param items in the order of the list
 * @param next the value of the parameter {@code cursor} for the next part; null if this is the last
 */
public record Page<T>(
        List<T> items, @Schema(nullable = true) String next) {

    /**
     * @param found the items that were found when one more than the limit was asked for
     * @param position how the last item of this part is named
     */
    public static <T> Page<T> of(List<T> found, int limit, Cursor cursor, Function<T, String> position) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.write(position.apply(items.get(limit - 1))));
    }
}
