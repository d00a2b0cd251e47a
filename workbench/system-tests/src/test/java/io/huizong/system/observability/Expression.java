package io.huizong.system.observability;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The series that a PromQL expression asks for, each with the labels that it is selected by. */
final class Expression {

    private static final Pattern GROUPING = Pattern.compile("\\b(by|without|on|ignoring)\\s*\\([^)]*\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*]");
    private static final Pattern SELECTOR =
            Pattern.compile("(?<![\\w.$])([a-zA-Z_:][\\w:]*)(?!\\w)\\s*(\\{[^}]*})?(?!\\s*\\()");
    private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*[=!]~?\\s*\"");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool");

    private Expression() {}

    static Map<String, Set<String>> series(String expression) {
        String selectors =
                RANGE.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
        Map<String, Set<String>> series = new HashMap<>();
        SELECTOR.matcher(selectors)
                .results()
                .filter(selector -> !OPERATORS.contains(selector.group(1)))
                .forEach(selector -> series.put(selector.group(1), labels(selector)));
        return series;
    }

    private static Set<String> labels(MatchResult selector) {
        return selector.group(2) == null
                ? Set.of()
                : LABEL.matcher(selector.group(2))
                        .results()
                        .map(label -> label.group(1))
                        .collect(toSet());
    }
}
