package io.huizong.aggregation.bulk;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import org.hibernate.query.SelectionQuery;

/**
 * The values of an {@code in (…)}, each a parameter of its own. Their number is a power of two up to 512, the last one
 * repeated: so a query has ten texts at most. Of those Hibernate keeps the plans and the driver what it has prepared; a
 * list in one parameter is planned each time, and prepared for each length.
 *
 * @param <V> type of a value
 */
public final class InList<V> {

    private static final int MOST = 512;
    private static final String NAME = "in";

    private final List<V> values;

    private InList(List<V> values) {
        this.values = values;
    }

    /** Those values cut into as few lists as hold them, in order; none if there are no values. */
    public static <V> List<InList<V>> of(Collection<V> values) {
        List<V> all = List.copyOf(values);
        List<InList<V>> lists = new ArrayList<>();
        for (int begin = 0; begin < all.size(); begin += MOST) {
            lists.add(new InList<>(all.subList(begin, Math.min(begin + MOST, all.size()))));
        }
        return lists;
    }

    /** How a query lists them, in parentheses. */
    public String parameters() {
        return IntStream.range(0, size())
                .mapToObj(number -> ":" + NAME + number)
                .collect(joining(",", "(", ")"));
    }

    /** Sets the parameters of a query that lists them. */
    public <R> SelectionQuery<R> bind(SelectionQuery<R> query) {
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
