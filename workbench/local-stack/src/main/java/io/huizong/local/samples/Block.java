package io.huizong.local.samples;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.local.count.Indicator;

/**
 * Rollups that show the very same totals, as text.
 *
 * @param heads the jurisdictions
 * @param totals the lines below them
 */
record Block(List<RollupKey> heads, List<String> totals) {

    static Block of(RollupKey head, JsonNode rollup, List<Indicator> catalog) {
        List<String> lines = new ArrayList<>();
        lines.add(reports(rollup.path("reports")));
        for (Indicator indicator : catalog) {
            JsonNode cell = rollup.path("indicators").path(indicator.code());
            if (cell.isObject()) {
                lines.add(line(indicator, cell));
            }
        }
        return new Block(List.of(head), lines);
    }

    /** The same totals under one more head. */
    Block with(RollupKey head) {
        List<RollupKey> more = new ArrayList<>(heads);
        more.add(head);
        return new Block(more, totals);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        heads.forEach(head -> text.append("%s%n".formatted(head)));
        totals.forEach(line -> text.append("  %s%n".formatted(line)));
        return text.toString();
    }

    private static String reports(JsonNode reports) {
        int count = reports.path("subtree").asInt();
        int empty = reports.path("withoutFigures").asInt();
        String noun = count == 1 ? "report" : "reports";
        return count + " " + noun + (empty == 0 ? "" : ", %d of them without figures".formatted(empty));
    }

    private static String line(Indicator indicator, JsonNode cell) {
        String marks = mark(cell, "approximate") + mark(cell, "estimated") + parts(cell);
        return "%-46s %s%s".formatted(indicator.code(), value(indicator, cell.path("effective")), marks);
    }

    private static String value(Indicator indicator, JsonNode effective) {
        if (!effective.isNumber()) {
            return "none";
        }
        return switch (indicator.kind()) {
            case AMOUNT, RATE ->
                effective.decimalValue().setScale(2, RoundingMode.HALF_UP).toPlainString();
            case COUNT, STOCK, LOCAL, TOTAL -> effective.decimalValue().toPlainString();
        };
    }

    private static String mark(JsonNode cell, String name) {
        int count = cell.path(name).asInt();
        return count == 0 ? "" : " (%s %d)".formatted(name, count);
    }

    private static String parts(JsonNode cell) {
        int parts = cell.path("parts").asInt();
        int of = cell.path("partsOf").asInt();
        return parts == of ? "" : " (parts %d of %d)".formatted(parts, of);
    }
}
