package io.huizong.aggregation.query.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.commons.problem.ProblemException;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** Reads request parameters; one that is wrong becomes a problem that names it and says what it takes. */
@ApplicationScoped
public class Parameters {

    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1000;
    private static final int MAX_SHOWN = 100;
    private static final int UUID_LENGTH = 36;

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final int mostRows;

    Parameters(
            DivisionTree tree,
            IndicatorCatalog catalog,
            @ConfigProperty(name = "huizong.exports.max-rows") int mostRows) {
        this.tree = tree;
        this.catalog = catalog;
        this.mostRows = mostRows;
    }

    /** The jurisdiction of a path; padded codes are understood. */
    public Jurisdiction jurisdiction(String code) {
        return tree.find(code)
                .orElseThrow(() -> new ProblemException(
                        AggregationProblem.UNKNOWN_JURISDICTION,
                        "没有行政区划“%s”".formatted(shown(code)),
                        "There is no jurisdiction \"%s\"".formatted(shown(code))));
    }

    /** The jurisdiction above those that are asked for; the whole country if left out. */
    public Jurisdiction under(String code) {
        if (code == null) {
            return tree.root();
        }
        return tree.find(code)
                .orElseThrow(() ->
                        wrong("under", code, "GET /jurisdictions 能查到的代码", "a code that GET /jurisdictions finds"));
    }

    public Period period(String name, String text) {
        if (text == null) {
            throw missing(
                    name,
                    "年、半年、季度或月，如 2023、2023-H1、2023-Q4、2023-11",
                    "a period such as 2023, 2023-H1, 2023-Q4 or 2023-11");
        }
        return parse(
                name,
                text,
                "年、半年、季度或月，如 2023、2023-H1、2023-Q4、2023-11，不早于 1949 年",
                "a period from 1949 such as 2023, 2023-H1, 2023-Q4 or 2023-11",
                Period::parse);
    }

    /** How many items a page may have. */
    public static int limit(PageParameters page) {
        return limit(page.limit);
    }

    public static int limit(String text) {
        return limit(text, DEFAULT_LIMIT, LARGEST_LIMIT);
    }

    /** How many items a page may have, or rows an export. */
    public int limit(PageParameters page, ExportFormat format) {
        return format == ExportFormat.JSON ? limit(page) : limit(page.limit, mostRows, mostRows);
    }

    private static int limit(String text, int byDefault, int most) {
        if (text == null) {
            return byDefault;
        }
        String zh = "1 至 %d 的整数".formatted(most);
        String en = "a whole number from 1 to %d".formatted(most);
        int limit = parse("limit", text, zh, en, Integer::valueOf);
        if (limit < 1 || limit > most) {
            throw wrong("limit", text, zh, en);
        }
        return limit;
    }

    /** A time with its offset, or a day, which begins in the time zone of all periods. */
    public static Instant instant(String name, String text) {
        return parse(
                name,
                text,
                "时刻（如 2024-03-01T08:00:00Z）或日期（如 2024-03-01）",
                "a time such as 2024-03-01T08:00:00Z or a day such as 2024-03-01",
                value -> value.contains("T")
                        ? OffsetDateTime.parse(value).toInstant()
                        : LocalDate.parse(value).atStartOfDay(Period.ZONE).toInstant());
    }

    static UUID submission(String name, String text) {
        String zh = "回执中的 submissionId";
        String en = "a submissionId as a receipt gives it";
        if (text.length() != UUID_LENGTH) {
            throw wrong(name, text, zh, en);
        }
        return parse(name, text, zh, en, UUID::fromString);
    }

    /** One of an enumeration, by its name. */
    public static <E extends Enum<E>> E one(String name, String text, Class<E> type) {
        String names = String.join(
                ", ", List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
        return parse(name, text, names + " 之一", "one of " + names, value -> Enum.valueOf(type, value));
    }

    /** What the parser makes of the text, which throws what such parsers throw if it cannot be read. */
    public static <T> T parse(String name, String text, String zh, String en, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong(name, text, zh, en);
        }
    }

    public static ProblemException wrong(String name, String text, String zh, String en) {
        return AggregationProblem.wrongParameter(
                name, "“%s”，应为%s".formatted(shown(text), zh), "\"%s\", expected %s".formatted(shown(text), en));
    }

    public static ProblemException missing(String name, String zh, String en) {
        return AggregationProblem.wrongParameter(name, "缺少，应为" + zh, "missing, expected " + en);
    }

    public Indicator indicator(String name, String code) {
        if (code == null) {
            throw missing(name, "GET /indicators 列出的代码", "a code that GET /indicators lists");
        }
        return catalog.get(code)
                .orElseThrow(() -> wrong(
                        name, code, "GET /indicators 列出的代码", "a code of the catalog, as GET /indicators lists them"));
    }

    /** Codes of indicators, each once. */
    public Set<String> indicators(List<String> codes) {
        Set<String> wanted = new LinkedHashSet<>(codes);
        wanted.forEach(code -> indicator("indicator", code));
        return wanted;
    }

    private static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
