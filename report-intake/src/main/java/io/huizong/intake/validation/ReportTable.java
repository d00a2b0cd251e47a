package io.huizong.intake.validation;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.huizong.intake.validation.csv.CsvColumn;
import io.huizong.intake.validation.csv.CsvColumns;
import io.huizong.intake.validation.csv.CsvText;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;

/**
 * Checks reports as rows of CSV by the same rules as JSON: each row is converted to the JSON report that it means,
 * and pointers point into that. For one body; not thread-safe.
 */
public final class ReportTable {

    static final Rule RAGGED = Rule.error(
            "csv.ragged",
            "CSV 的每行与表头格数相同",
            "Each row of a CSV body has as many cells as its header",
            "该行有 %s 格，表头有 %s 列，两者应相等",
            "The row has %s cells and the header %s columns, expected as many");

    private final ReportValidation validation;
    private final CsvColumns known;
    private final CsvText text;
    private List<CsvColumn> columns = List.of();

    ReportTable(ReportValidation validation, CsvColumns known, Charset charset) {
        this.validation = validation;
        this.known = known;
        this.text = new CsvText(charset);
    }

    /** Reads the header row. Returns a verdict on the whole body if it is wrong. */
    public Optional<Verdict> begin(byte[] header) {
        return read(header, names -> {
            Findings findings = new Findings();
            columns = known.read(names, findings);
            return findings.errors().isEmpty() ? null : Verdict.Invalid.refused(null, findings.errors());
        });
    }

    /** The verdict on the report in a row; empty if all its cells are empty. */
    public Optional<Verdict> check(byte[] row) {
        return read(row, cells -> cells.stream().allMatch(String::isEmpty) ? null : check(cells));
    }

    /** @param onCells the verdict on the cells, or null for none */
    private Optional<Verdict> read(byte[] row, Function<List<String>, Verdict> onCells) {
        if (row.length > ReportValidation.MAX_BYTES) {
            return Optional.of(ReportValidation.tooLarge());
        }
        CsvText.Reading reading = text.read(row);
        return reading instanceof CsvText.Reading.Found found
                ? Optional.ofNullable(onCells.apply(found.cells()))
                : Optional.of(Verdict.Invalid.unreadable(((CsvText.Reading.Failed) reading).finding()));
    }

    private Verdict check(List<String> cells) {
        return cells.size() == columns.size()
                ? validation.check(report(cells))
                : Verdict.Invalid.unreadable(RAGGED.brokenAt(Pointer.ROOT, cells.size(), columns.size()));
    }

    private ObjectNode report(List<String> cells) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.putObject("figures");
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                columns.get(column).put(cells.get(column), report);
            }
        }
        return report;
    }
}
