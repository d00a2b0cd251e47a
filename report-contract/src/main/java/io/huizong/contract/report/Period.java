package io.huizong.contract.report;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The time that a report covers: a year {@code 2023}, a half {@code 2023-H1}, a quarter {@code 2023-Q4} or a month
 * {@code 2023-11} of the civil calendar in {@link #ZONE}. Ordered by begin, the longer first where two begin together.
 *
 * @param year 1949 to 9999
 * @param kind how long it is
 * @param number which one of its kind in the year, from 1
 */
public record Period(int year, Kind kind, int number) implements Comparable<Period> {

    /** The time zone of every period's begin and end. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 9999;
    private static final Pattern FORM =
            Pattern.compile("(?<year>[0-9]{4})(-(H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?");
    private static final Comparator<Period> ORDER = Comparator.comparingInt(Period::year)
            .thenComparing(Period::firstMonth)
            .thenComparing(Period::kind);

    /** The kinds of period, longest first. */
    public enum Kind {
        YEAR(12),
        HALF(6),
        QUARTER(3),
        MONTH(1);

        private final int months;

        Kind(int months) {
            this.months = months;
        }
    }

    /** @throws IllegalArgumentException if there is no such period */
    @JsonCreator(mode = JsonCreator.Mode.DISABLED)
    public Period {
        if (year < FIRST_YEAR || year > LAST_YEAR || number < 1 || number > 12 / kind.months) {
            throw new IllegalArgumentException("no %s %d of the year %d, expected a year from %d to %d"
                    .formatted(kind, number, year, FIRST_YEAR, LAST_YEAR));
        }
    }

    /**
     * The period of that name.
     *
     * @throws IllegalArgumentException if the text is not in one of the four forms
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Period parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group("year")) < FIRST_YEAR) {
            throw new IllegalArgumentException(
                    "\"%s\" is no period, expected a year from %d such as 2023, or 2023-H1, 2023-Q4, 2023-11"
                            .formatted(text, FIRST_YEAR));
        }
        int year = Integer.parseInt(form.group("year"));
        if (form.group("half") != null) {
            return new Period(year, Kind.HALF, Integer.parseInt(form.group("half")));
        }
        if (form.group("quarter") != null) {
            return new Period(year, Kind.QUARTER, Integer.parseInt(form.group("quarter")));
        }
        if (form.group("month") != null) {
            return new Period(year, Kind.MONTH, Integer.parseInt(form.group("month")));
        }
        return new Period(year, Kind.YEAR, 1);
    }

    /** Its first day. */
    public LocalDate begin() {
        return LocalDate.of(year, firstMonth(), 1);
    }

    private int firstMonth() {
        return 1 + (number - 1) * kind.months;
    }

    /** Its last day. */
    public LocalDate end() {
        return begin().plusMonths(kind.months).minusDays(1);
    }

    /**
     * The one after it of the same kind.
     *
     * @throws IllegalArgumentException if it would begin after the last year
     */
    public Period next() {
        boolean last = number == 12 / kind.months;
        return new Period(last ? year + 1 : year, kind, last ? 1 : number + 1);
    }

    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    /** The form that {@link #parse} reads. */
    @Override
    @JsonValue
    public String toString() {
        return switch (kind) {
            case YEAR -> Integer.toString(year);
            case HALF -> year + "-H" + number;
            case QUARTER -> year + "-Q" + number;
            case MONTH -> year + (number < 10 ? "-0" : "-") + number;
        };
    }
}
