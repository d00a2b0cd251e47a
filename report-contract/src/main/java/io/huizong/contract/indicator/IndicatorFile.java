package io.huizong.contract.indicator;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huizong.contract.Bilingual;
import io.huizong.contract.csv.CsvTable;
import io.huizong.contract.csv.ReferenceFileException;

/** Reads an indicator file and refuses what is not a catalog, naming every wrong row. */
final class IndicatorFile {

    private static final List<String> COLUMNS =
            List.of("code", "kind", "unit_zh", "unit_en", "label_zh", "label_en", "of");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final int MAX_CODE_LENGTH = 100;
    private static final String OPERAND_KINDS = Stream.of(IndicatorKind.values())
            .filter(IndicatorKind::isOperand)
            .map(IndicatorKind::name)
            .collect(joining(" or "));

    private final String name;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Indicator> byCode = new LinkedHashMap<>();
    private final Map<String, CsvTable.Row> rows = new LinkedHashMap<>();

    IndicatorFile(String name) {
        this.name = name;
    }

    IndicatorCatalog read(InputStream in) throws IOException {
        CsvTable table = CsvTable.read(in, COLUMNS);
        problems.addAll(table.problems());
        for (CsvTable.Row row : table.rows()) {
            if (rows.putIfAbsent(row.cell(0), row) != null) {
                problems.add(row.problem("%s is on line %d already"
                        .formatted(row.cell(0), rows.get(row.cell(0)).line())));
            } else {
                indicator(row).ifPresent(indicator -> byCode.put(indicator.code(), indicator));
            }
        }
        byCode.values().forEach(this::checkOperands);
        if (!problems.isEmpty()) {
            throw new ReferenceFileException(name, "an indicator catalog", problems);
        }
        Map<String, Integer> lines = new HashMap<>();
        rows.forEach((code, row) -> lines.put(code, row.line()));
        return new IndicatorCatalog(byCode, lines, table.edition(), table.fingerprint());
    }

    private Optional<Indicator> indicator(CsvTable.Row row) {
        int before = problems.size();
        String code = row.cell(0);
        if (!CODE.matcher(code).matches() || code.length() > MAX_CODE_LENGTH) {
            problems.add(row.problem(
                    "code \"%s\", expected lower-case words joined by dots, such as mediation.mediators, at most %d long"
                            .formatted(code, MAX_CODE_LENGTH)));
        }
        Optional<IndicatorKind> kind = Stream.of(IndicatorKind.values())
                .filter(known -> known.name().equals(row.cell(1)))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add(row.problem(
                    "kind \"%s\", expected one of %s".formatted(row.cell(1), List.of(IndicatorKind.values()))));
        }
        for (int column = 2; column <= 5; column++) {
            if (row.cell(column).isEmpty()) {
                problems.add(row.problem("%s has no %s".formatted(code, COLUMNS.get(column))));
            }
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Indicator(
                code,
                kind.get(),
                new Bilingual(row.cell(2), row.cell(3)),
                new Bilingual(row.cell(4), row.cell(5)),
                operands(row, kind.get())));
    }

    private List<String> operands(CsvTable.Row row, IndicatorKind kind) {
        String of = row.cell(6);
        List<String> operands = of.isEmpty() ? List.of() : List.of(of.split(kind.isPair() ? "/" : "\\+", -1));
        String expected =
                switch (kind) {
                    case RATE -> operands.size() == 2 ? null : "a numerator and a denominator, as in a/b";
                    case TOTAL -> operands.size() >= 2 ? null : "two parts or more, as in a+b";
                    case COUNT, STOCK, AMOUNT, LOCAL -> operands.isEmpty() ? null : "nothing";
                };
        if (expected == null && operands.stream().distinct().count() < operands.size()) {
            expected = "each operand once";
        }
        if (expected != null) {
            problems.add(
                    row.problem("%s of kind %s is of \"%s\", expected %s".formatted(row.cell(0), kind, of, expected)));
            return List.of();
        }
        return operands;
    }

    private void checkOperands(Indicator indicator) {
        CsvTable.Row row = rows.get(indicator.code());
        for (String operand : indicator.operands()) {
            Indicator known = byCode.get(operand);
            if (known == null) {
                if (!rows.containsKey(operand)) {
                    problems.add(row.problem(
                            "%s is of %s, which is not in the catalog".formatted(indicator.code(), operand)));
                }
            } else if (!known.kind().isOperand()) {
                problems.add(row.problem("%s is of %s, which is of kind %s, expected %s"
                        .formatted(indicator.code(), operand, known.kind(), OPERAND_KINDS)));
            }
        }
    }
}
