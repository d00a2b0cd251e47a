package io.huizong.aggregation.query.http;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Part of a list.
 *
 * @param items in the order of the list
 * @param next the value of the parameter {@code cursor} for the next part; null if this is the last
 */
public record Page<T>(
        List<T> items, @Schema(nullable = true) String next) {

    private static final int MAX_EXPORTED = 5000;

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

    /**
     * The items of an export, page after page. Each page is read when the one before is written, so that neither memory
     * nor a connection to the database is held for all of it.
     *
     * @param pages the part of the list after a cursor, of so many items at most
     * @param cursor where to begin; null for the beginning
     * @param limit how many items at most
     */
    static <T> Stream<T> items(BiFunction<String, Integer, Page<T>> pages, String cursor, int limit) {
        int size = Math.min(MAX_EXPORTED, limit);
        return Stream.iterate(
                        pages.apply(cursor, size),
                        Objects::nonNull,
                        page -> page.next() == null ? null : pages.apply(page.next(), size))
                .flatMap(page -> page.items().stream())
                .limit(limit);
    }
}
