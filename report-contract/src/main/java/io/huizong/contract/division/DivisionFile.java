package io.huizong.contract.division;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import io.huizong.contract.csv.CsvTable;
import io.huizong.contract.csv.ReferenceFileException;

/** Reads a division file and refuses what is not a tree, naming every wrong row. */
final class DivisionFile {

    private static final List<String> COLUMNS = List.of("code", "name", "level", "parent", "from", "until", "reports");

    private static final int MAX_SHOWN = 20;

    private final String name;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Jurisdiction> byCode = new LinkedHashMap<>();
    private final Map<String, CsvTable.Row> rows = new LinkedHashMap<>();

    DivisionFile(String name) {
        this.name = name;
    }

    DivisionTree read(InputStream in) throws IOException {
        CsvTable table = CsvTable.read(name.endsWith(".gz") ? new GZIPInputStream(in) : in, COLUMNS);
        problems.addAll(table.problems());
        for (CsvTable.Row row : table.rows()) {
            if (rows.putIfAbsent(row.cell(0), row) != null) {
                problems.add(row.problem("%s is on line %d already"
                        .formatted(row.cell(0), rows.get(row.cell(0)).line())));
            } else {
                jurisdiction(row).ifPresent(jurisdiction -> byCode.put(jurisdiction.code(), jurisdiction));
            }
        }
        byCode.values().forEach(this::checkParent);
        if (problems.isEmpty() && !byCode.containsKey(DivisionTree.ROOT)) {
            problems.add("the root " + DivisionTree.ROOT + " is missing");
        }
        if (!problems.isEmpty()) {
            if (problems.size() > MAX_SHOWN) {
                List<String> rest = problems.subList(MAX_SHOWN, problems.size());
                String more = "and %d more".formatted(rest.size());
                rest.clear();
                problems.add(more);
            }
            throw new ReferenceFileException(name, "a division tree", problems);
        }
        return new DivisionTree(byCode, table.edition(), table.fingerprint());
    }

    private Optional<Jurisdiction> jurisdiction(CsvTable.Row row) {
        int before = problems.size();
        String code = row.cell(0);
        if (!code.matches("[0-9A-Za-z]{1,12}")) {
            problems.add(row.problem("code \"%s\", expected 1 to 12 letters or digits".formatted(code)));
        }
        if (row.cell(1).isBlank()) {
            problems.add(row.problem(code + " has no name"));
        }
        Optional<Level> level = Stream.of(Level.values())
                .filter(known -> known.name().equals(row.cell(2)))
                .findFirst();
        if (level.isEmpty()) {
            problems.add(
                    row.problem("level \"%s\", expected one of %s".formatted(row.cell(2), List.of(Level.values()))));
        }
        Integer from = year(row, 4);
        Integer until = year(row, 5);
        if (from != null && until != null && from > until) {
            problems.add(row.problem("%s exists from %d until %d, which is no time".formatted(code, from, until)));
        }
        if (!row.cell(6).matches("yes|no")) {
            problems.add(row.problem("reports \"%s\", expected yes or no".formatted(row.cell(6))));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        String parent = row.cell(3).isEmpty() ? null : row.cell(3);
        return Optional.of(new Jurisdiction(
                code, row.cell(1), level.get(), parent, from, until, row.cell(6).equals("yes")));
    }

    private Integer year(CsvTable.Row row, int column) {
        String text = row.cell(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{4}")) {
            problems.add(row.problem("%s \"%s\", expected a year or nothing".formatted(COLUMNS.get(column), text)));
            return null;
        }
        return Integer.valueOf(text);
    }

    private void checkParent(Jurisdiction jurisdiction) {
        CsvTable.Row row = rows.get(jurisdiction.code());
        boolean root = jurisdiction.code().equals(DivisionTree.ROOT);
        if (root != (jurisdiction.parent() == null) || root != (jurisdiction.level() == Level.NATION)) {
            problems.add(row.problem("%s of level %s has %s; only %s is a NATION, and only it has no parent"
                    .formatted(
                            jurisdiction,
                            jurisdiction.level(),
                            jurisdiction.parent() == null ? "no parent" : "the parent " + jurisdiction.parent(),
                            DivisionTree.ROOT)));
            return;
        }
        if (root) {
            return;
        }
        Jurisdiction parent = byCode.get(jurisdiction.parent());
        if (parent == null) {
            // A parent whose own row is wrong has been named there.
            if (!rows.containsKey(jurisdiction.parent())) {
                problems.add(row.problem("%s has the parent %s, which is not in the file"
                        .formatted(jurisdiction, jurisdiction.parent())));
            }
        } else if (standsAboveItself(jurisdiction)) {
            problems.add(row.problem("%s is above itself: a cycle".formatted(jurisdiction)));
        } else if (!parent.level().isAbove(jurisdiction.level())) {
            problems.add(row.problem("%s of level %s has the parent %s of level %s, expected a higher level"
                    .formatted(jurisdiction, jurisdiction.level(), parent, parent.level())));
        }
    }

    private boolean standsAboveItself(Jurisdiction jurisdiction) {
        Set<String> seen = new HashSet<>();
        String code = jurisdiction.parent();
        while (code != null && seen.add(code) && !code.equals(jurisdiction.code())) {
            Jurisdiction above = byCode.get(code);
            code = above == null ? null : above.parent();
        }
        return jurisdiction.code().equals(code);
    }
}
