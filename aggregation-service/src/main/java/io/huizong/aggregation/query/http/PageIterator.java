package io.huizong.aggregation.query.http;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;

/**
 * The items of an export: page after page of the list as it is asked for, each when the one before is written, so that
 * neither memory nor a connection to the database is held for all of it.
 */
final class PageIterator<T> implements Iterator<T> {

    private static final int AT_ONCE = 5000;

    private final BiFunction<String, Integer, Page<T>> pages;
    private Iterator<T> items;
    private String next;
    private int left;

    /**
     * @param pages the part of the list after a cursor, of so many items at most
     * @param cursor where to begin; null for the beginning
     * @param most how many items at most
     */
    PageIterator(BiFunction<String, Integer, Page<T>> pages, String cursor, int most) {
        this.pages = pages;
        this.left = most;
        read(cursor);
    }

    private void read(String cursor) {
        Page<T> page = pages.apply(cursor, Math.min(AT_ONCE, left));
        items = page.items().iterator();
        next = page.next();
        left -= page.items().size();
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && next != null && left > 0) {
            read(next);
        }
        return items.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return items.next();
    }
}
