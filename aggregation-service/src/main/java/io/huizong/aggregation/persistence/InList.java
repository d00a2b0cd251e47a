package io.huizong.aggregation.persistence;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.hibernate.query.SelectionQuery;

/**
 * Queries with an {@code in (…)}. Each value is a parameter of its own; their number is a power of two up to 512, with the last value
 * repeated. So a query has at most ten texts, for which Hibernate keeps its plans and the driver its prepared statements. A list in
 * one parameter would be planned anew each time. A list of a thousand would make MariaDB build a table of it.
 *
 * @param <V> type of a value
 * @param values of one list
 */
public record InList<V>(List<V> values) {

    private static final int MAX_SIZE = 512;
    private static final String NAME = "in";

    /**
     * The results of a query for all those values, in the order of the values as far as they are queried in several lists.
     *
     * @param query makes the query from its {@code (…)}, and sets all other parameters
     */
    public static <V, R> List<R> select(Collection<V> values, Function<String, SelectionQuery<R>> query) {
        List<R> results = new ArrayList<>();
        forEach(values, query, results::add);
        return results;
    }

    /** Likewise, but hands over each result, so that those of one list are in memory at a time. */
    public static <V, R> void forEach(
            Collection<V> values, Function<String, SelectionQuery<R>> query, Consumer<R> reader) {
        of(values).forEach(list -> list.bind(query.apply(list.parameters()))
                .getResultList()
                .forEach(reader));
    }

    /** Those values cut into as few lists as hold them, in order; none if there are no values. */
    static <V> List<InList<V>> of(Collection<V> values) {
        List<V> all = List.copyOf(values);
        List<InList<V>> lists = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += MAX_SIZE) {
            lists.add(new InList<>(all.subList(begin, Math.min(begin + MAX_SIZE, all.size()))));
        }
        return lists;
    }

    /** How a query lists them, in parentheses. */
    String parameters() {
        return IntStream.range(0, size())
                .mapToObj(number -> ":" + NAME + number)
                .collect(joining(",", "(", ")"));
    }

    /** Sets the parameters of a query that lists them. */
    <R> SelectionQuery<R> bind(SelectionQuery<R> query) {
        for (int number = 0; number < size(); number++) {
            query.setParameter(NAME + number, values.get(Math.min(number, values.size() - 1)));
        }
        return query;
    }

    private int size() {
        int highest = Integer.highestOneBit(values.size());
        return highest == values.size() ? highest : 2 * highest;
    }
}
