package io.huizong.aggregation.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;

/** Writes a sheet as comma-separated values (RFC 4180). Texts are quoted, numbers are not. */
final class CsvSheet implements QuoteStrategy {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Half and full width: some programs take both for the beginning of a formula. */
    private static final String BEGIN_FORMULAS = "=+-@\t\r\n\u0000＝＋－＠";

    private List<?> row = List.of();

    private CsvSheet() {}

    static void write(Sheet sheet, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvSheet quotes = new CsvSheet();
        try (CsvWriter rows = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .quoteStrategy(quotes)
                .build(text)) {
            quotes.write(sheet.headings(), rows);
            while (sheet.rows().hasNext()) {
                quotes.write(sheet.rows().next(), rows);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(List<?> cells, CsvWriter rows) {
        row = cells;
        rows.writeRecord(() -> cells.stream().map(CsvSheet::cell).iterator());
    }

    @Override
    public boolean quoteEmpty(int line, int column) {
        return true;
    }

    @Override
    public boolean quoteValue(int line, int column, String value) {
        return row.get(column) instanceof String;
    }

    private static String cell(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? harmless(text) : value == null ? null : value.toString();
    }

    /** An apostrophe makes a text of what a spreadsheet program would take for a formula, as OWASP recommends. */
    static String harmless(String text) {
        return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
