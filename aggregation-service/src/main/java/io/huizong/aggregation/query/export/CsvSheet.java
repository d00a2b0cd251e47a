package io.huizong.aggregation.query.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** Writes a sheet as comma-separated values (RFC 4180). */
final class CsvSheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final ObjectWriter ROWS = CsvMapper.csvBuilder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            .build()
            .writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    /** Half and full width: some programs take both for the beginning of a formula. */
    private static final String BEGIN_FORMULAS = "=+-@\t\r\n\u0000＝＋－＠";

    private CsvSheet() {}

    static void write(Sheet sheet, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        try (SequenceWriter rows = ROWS.writeValuesAsArray(text)) {
            rows.write(cells(sheet.headings()));
            while (sheet.rows().hasNext()) {
                rows.write(cells(sheet.rows().next()));
            }
        }
    }

    private static Object[] cells(List<?> row) {
        return row.stream().map(CsvSheet::cell).toArray();
    }

    private static Object cell(Object value) {
        if (value instanceof BigDecimal number) {
            return new BigDecimal(number.toPlainString());
        }
        return value instanceof String text ? harmless(text) : value;
    }

    /** What a spreadsheet program would take for a formula is made a text by an apostrophe, as OWASP recommends. */
    static String harmless(String text) {
        return !text.isEmpty() && BEGIN_FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
