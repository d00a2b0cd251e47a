package io.huizong.aggregation.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** Reads request parameters; one that is wrong becomes a problem that names it and says what it takes. */
@ApplicationScoped
class Parameters {

    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;
    private static final String NEXT = "the value of next in the page before";

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    Parameters(DivisionTree tree, IndicatorCatalog catalog) {
        this.tree = tree;
        this.catalog = catalog;
    }

    /** The jurisdiction of a path; padded codes are understood. */
    Jurisdiction jurisdiction(String code) {
        return tree.find(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_JURISDICTION, "There is no jurisdiction \"%s\"".formatted(code)));
    }

    Period period(String name, String text) {
        try {
            return Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemType.WRONG_PARAMETER, name + ": " + e.getMessage());
        }
    }

    /** How many items a page may have. */
    int limit(String name, String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        String expected = "a whole number from 1 to %d".formatted(LARGEST_LIMIT);
        int limit = parse(name, text, expected, Integer::valueOf);
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw wrong(name, text, expected);
        }
        return limit;
    }

    /** A time with its offset, or a day, which begins in the time zone of all periods. */
    Instant instant(String name, String text) {
        return parse(
                name,
                text,
                "a time such as 2024-03-01T08:00:00Z or a day such as 2024-03-01",
                value -> value.contains("T")
                        ? OffsetDateTime.parse(value).toInstant()
                        : LocalDate.parse(value).atStartOfDay(Period.ZONE).toInstant());
    }

    /** The jurisdiction at or below another one that a page ended with; null if there was no page before. */
    Jurisdiction endOfPage(String name, String code, Jurisdiction above) {
        if (code == null) {
            return null;
        }
        return tree.get(code)
                .filter(jurisdiction -> tree.covers(above, jurisdiction))
                .orElseThrow(() -> wrong(name, code, NEXT));
    }

    /** What the page before gave as {@code next}. */
    static <T> T endOfPage(String name, String text, Function<String, T> parser) {
        return parse(name, text, NEXT, parser);
    }

    /** What the parser makes of the text, which throws what such parsers throw if it cannot be read. */
    static <T> T parse(String name, String text, String expected, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name, text, expected);
        }
    }

    static ProblemException wrong(String name, String text, String expected) {
        return new ProblemException(
                ProblemType.WRONG_PARAMETER, "%s: \"%s\", expected %s".formatted(name, text, expected));
    }

    Indicator indicator(String name, String code) {
        return catalog.get(code)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.WRONG_PARAMETER,
                        "%s: \"%s\" is not in the catalog, expected a code that GET /indicators lists"
                                .formatted(name, code)));
    }
}
