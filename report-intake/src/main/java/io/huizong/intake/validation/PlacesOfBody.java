package io.huizong.intake.validation;

import java.util.Arrays;
import java.util.List;

import io.huizong.contract.Finding;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;

/**
 * Finds the second report of one body for the same place, a jurisdiction and a period. Which of two would count would
 * depend on the outcome of the first. A report that breaks a rule does not count, so that its correction may follow.
 * The latest {@link #MAX_PLACES} places are remembered, whatever the body's length. Not thread-safe.
 */
public final class PlacesOfBody {

    /** How many places are remembered: more than a country has. */
    public static final int MAX_PLACES = 65_536;

    static final Rule TWICE = Rule.error(
            "place.twice",
            "同一行政区划同一报告期在一次批量提交中只出现一次",
            "A jurisdiction and period appears once in a bulk body",
            "%s 在 %s 的报告已在第 %s 行，同一行政区划同一报告期在一次提交中应只出现一次",
            "The report of %s for %s is on line %s already, expected each jurisdiction and period once in a body");

    private static final int MIN_CAPACITY = 64;

    /** A ring of places: the oldest is overwritten when it is full. */
    private Jurisdiction[] jurisdictions = new Jurisdiction[MIN_CAPACITY];

    private int[] periods = new int[MIN_CAPACITY];
    private long[] lines = new long[MIN_CAPACITY];
    /** Open addressing with linear probing: one more than a place in the ring, or 0. */
    private int[] table = new int[2 * MIN_CAPACITY];

    private int size;
    private int oldest;

    /** The verdict on the report on that line; refused if the body has had one for its place. */
    public Verdict check(Verdict verdict, long line) {
        if (!(verdict instanceof Verdict.Valid valid)) {
            return verdict;
        }
        Jurisdiction jurisdiction = valid.jurisdiction();
        int entry = table[slot(jurisdiction, number(valid.period()))];
        if (entry != 0) {
            Finding twice =
                    TWICE.brokenAt(Pointer.ROOT.to("jurisdiction"), jurisdiction, valid.period(), lines[entry - 1]);
            return Verdict.Invalid.refused(jurisdiction, List.of(twice));
        }
        add(jurisdiction, number(valid.period()), line);
        return verdict;
    }

    /** Another for each period. */
    private static int number(Period period) {
        return (period.year() * Period.Kind.values().length + period.kind().ordinal()) * 16 + period.number();
    }

    /** Where it is in the table, or where it can be entered. */
    private int slot(Jurisdiction jurisdiction, int period) {
        int at = home(jurisdiction, period);
        while (table[at] != 0
                && (periods[table[at] - 1] != period
                        || !jurisdictions[table[at] - 1].code().equals(jurisdiction.code()))) {
            at = next(at);
        }
        return at;
    }

    private void add(Jurisdiction jurisdiction, int period, long line) {
        int place = size;
        if (size == MAX_PLACES) {
            place = oldest;
            oldest = (oldest + 1) % MAX_PLACES;
            remove(place);
        } else {
            if (size == lines.length) {
                grow();
            }
            size++;
        }
        jurisdictions[place] = jurisdiction;
        periods[place] = period;
        lines[place] = line;
        enter(place);
    }

    private void grow() {
        int larger = 2 * lines.length;
        jurisdictions = Arrays.copyOf(jurisdictions, larger);
        periods = Arrays.copyOf(periods, larger);
        lines = Arrays.copyOf(lines, larger);
        table = new int[2 * larger];
        for (int place = 0; place < size; place++) {
            enter(place);
        }
    }

    private void enter(int place) {
        table[slot(jurisdictions[place], periods[place])] = place + 1;
    }

    /** Moves up the entries that were displaced by it, so that they are still found. */
    private void remove(int place) {
        int gap = slot(jurisdictions[place], periods[place]);
        table[gap] = 0;
        for (int at = next(gap); table[at] != 0; at = next(at)) {
            int home = home(jurisdictions[table[at] - 1], periods[table[at] - 1]);
            if (distance(home, at) >= distance(gap, at)) {
                table[gap] = table[at];
                table[at] = 0;
                gap = at;
            }
        }
    }

    private int home(Jurisdiction jurisdiction, int period) {
        int hash = (jurisdiction.code().hashCode() * 31 + period) * 0x9E37_79B9;
        return (hash ^ hash >>> 16) & table.length - 1;
    }

    private int next(int at) {
        return at + 1 & table.length - 1;
    }

    private int distance(int from, int to) {
        return to - from & table.length - 1;
    }
}
