package io.huizong.local.samples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.local.count.IndependentCount;

/** A rollup as HTTP gave it against the same by the independent count. */
final class RollupComparison {

    private RollupComparison() {}

    /** A sentence for each difference. */
    static List<String> differences(RollupKey key, JsonNode rollup, IndependentCount count) {
        List<String> differences = new ArrayList<>();
        String code = key.place().code();
        compare(key + ", reports", rollup.path("reports"), count.reports(code), differences);
        Map<String, Map<String, BigDecimal>> expected = count.cells(code);
        Set<String> indicators = new LinkedHashSet<>(expected.keySet());
        rollup.path("indicators").fieldNames().forEachRemaining(indicators::add);
        for (String indicator : indicators) {
            JsonNode cell = rollup.path("indicators").path(indicator);
            if (!expected.containsKey(indicator)) {
                differences.add(
                        "%s, %s: the service shows %s, the files give nothing.".formatted(key, indicator, cell));
            } else if (cell.isMissingNode()) {
                differences.add("%s, %s: the service shows nothing, the files give %s."
                        .formatted(key, indicator, expected.get(indicator)));
            } else {
                compare(key + ", " + indicator, cell, expected.get(indicator), differences);
            }
        }
        return differences;
    }

    /** How many reports the rollup has that were not among the files. */
    static int others(RollupKey key, JsonNode rollup, IndependentCount count) {
        return rollup.path("reports").path("subtree").asInt()
                - count.reports(key.place().code()).get("subtree").intValue();
    }

    private static void compare(
            String what, JsonNode shown, Map<String, BigDecimal> expected, List<String> differences) {
        expected.forEach((field, value) -> {
            JsonNode node = shown.path(field);
            if (!same(node, value)) {
                differences.add("%s: %s is %s, the files give %s."
                        .formatted(what, field, node.isMissingNode() ? "missing" : node, plain(value)));
            }
        });
    }

    private static boolean same(JsonNode shown, BigDecimal expected) {
        boolean none = shown.isNull() || shown.isMissingNode();
        return expected == null
                ? none
                : shown.isNumber() && shown.decimalValue().compareTo(expected) == 0;
    }

    private static String plain(BigDecimal value) {
        return value == null ? "none" : value.toPlainString();
    }
}
