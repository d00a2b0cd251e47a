package io.huizong.aggregation.query.http;

import java.util.function.BiFunction;

import io.huizong.aggregation.query.export.IndicatorColumns;

/**
 * A list that is read page by page or taken whole as a file.
 *
 * @param view a page as JSON shows it: the part after a cursor, of so many items at most
 * @param pages likewise the items of a file
 * @param columns of the file
 * @param name what people call the file, in their language
 * @param id the same in ASCII
 */
public record ListQuery<T>(
        BiFunction<String, Integer, Object> view,
        BiFunction<String, Integer, Page<T>> pages,
        IndicatorColumns<T> columns,
        String name,
        String id) {}
