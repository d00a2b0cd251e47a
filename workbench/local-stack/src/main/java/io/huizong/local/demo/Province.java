package io.huizong.local.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A province with all below it.
 *
 * @param divisions the province first, each one before those below it
 */
record Province(List<Division> divisions) {

    /** @param file the division tree, as CSV */
    static Province read(Path file, String code) throws IOException {
        Map<String, List<Map<String, String>>> below = new HashMap<>();
        List<Division> divisions = new ArrayList<>();
        for (Map<String, String> row : Csv.file(file)) {
            below.computeIfAbsent(row.get("parent"), parent -> new ArrayList<>())
                    .add(row);
            if (row.get("code").equals(code)) {
                divisions.add(Division.of(row));
            }
        }
        for (int i = 0; i < divisions.size(); i++) {
            below.getOrDefault(divisions.get(i).code(), List.of()).forEach(row -> divisions.add(Division.of(row)));
        }
        return new Province(List.copyOf(divisions));
    }

    /** The code directly above each code. */
    Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        divisions.forEach(division -> parents.put(division.code(), division.parent()));
        return parents;
    }
}
