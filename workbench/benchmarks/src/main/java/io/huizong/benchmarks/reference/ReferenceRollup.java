package io.huizong.benchmarks.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The totals of one row: by indicator value, contributors and approximate of its own report, then the same from below. */
final class ReferenceRollup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 3;

    private String scope;
    private int reports;
    private final Map<String, long[]> cells = new HashMap<>();

    void read(String storedScope, int storedReports, String storedCells) throws JsonProcessingException {
        scope = storedScope;
        reports = storedReports;
        JSON.readTree(storedCells).properties().forEach(cell -> {
            long[] numbers = new long[2 * PARTS];
            for (int part = 0; part < numbers.length; part++) {
                numbers[part] = cell.getValue().get(part).asLong();
            }
            cells.put(cell.getKey(), numbers);
        });
    }

    /** Puts the report's figures in the place of those there, and moves what that changes up. */
    void replaceOwn(String newScope, Map<String, Long> figures, List<ReferenceRollup> above) {
        if (scope == null) {
            reports++;
            above.forEach(rollup -> rollup.reports++);
        }
        Set<String> touched = new HashSet<>(cells.keySet());
        touched.addAll(figures.keySet());
        for (String indicator : touched) {
            long[] cell = cell(indicator);
            long[] before = effective(cell, scope);
            Long figure = figures.get(indicator);
            cell[0] = figure == null ? 0 : figure;
            cell[1] = figure == null ? 0 : 1;
            moveUp(indicator, difference(effective(cell, newScope), before), above);
        }
        scope = newScope;
    }

    private static void moveUp(String indicator, long[] change, List<ReferenceRollup> above) {
        long[] up = change;
        for (ReferenceRollup rollup : above) {
            if (up[0] == 0 && up[1] == 0 && up[2] == 0) {
                return;
            }
            long[] cell = rollup.cell(indicator);
            long[] before = effective(cell, rollup.scope);
            for (int part = 0; part < PARTS; part++) {
                cell[PARTS + part] += up[part];
            }
            up = difference(effective(cell, rollup.scope), before);
        }
    }

    private long[] cell(String indicator) {
        return cells.computeIfAbsent(indicator, none -> new long[2 * PARTS]);
    }

    private static long[] difference(long[] now, long[] before) {
        return new long[] {now[0] - before[0], now[1] - before[1], now[2] - before[2]};
    }

    private static long[] effective(long[] cell, String scope) {
        if (cell[1] == 0) {
            return new long[] {cell[3], cell[4], cell[5]};
        }
        if ("WHOLE_AREA".equals(scope)) {
            return new long[] {cell[0], cell[1], cell[2]};
        }
        return new long[] {cell[0] + cell[3], cell[1] + cell[4], cell[2] + cell[5]};
    }

    String scope() {
        return scope;
    }

    int reports() {
        return reports;
    }

    /** All cells as one value. */
    String json() {
        ObjectNode json = JSON.createObjectNode();
        cells.forEach((indicator, numbers) -> {
            ArrayNode cell = json.putArray(indicator);
            for (long number : numbers) {
                cell.add(number);
            }
        });
        return json.toString();
    }
}
