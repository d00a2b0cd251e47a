package io.huizong.intake.validation.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import io.huizong.contract.Finding;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** Reads the bytes of one row strictly: valid in its charset, comma-separated by RFC 4180. */
public record CsvText(Charset charset) {

    public static final Rule NOT_IN_CHARSET = Rule.error(
            "csv.not_in_charset",
            "CSV 的每行是所声明字符集的合法文本",
            "Each row of a CSV body is text in the charset that was named",
            "该行自第 %s 个字节起不是合法的 %s 文本",
            "From its byte %s on the row is no text in %s");

    public static final Rule MALFORMED = Rule.error(
            "csv.malformed",
            "CSV 的每行合法（RFC 4180）",
            "Each row of a CSV body is one (RFC 4180)",
            "该行不是合法的 CSV：引号须成对、括住整格，格内的引号须写两次，行须以 LF 或 CR LF 结束（行首为 %s）",
            "The row is not CSV: quotes must come in pairs around a whole cell, and twice within it, and a row must end with"
                    + " LF or CR LF; it begins with %s");

    private static final CsvReader.CsvReaderBuilder ROWS = CsvReader.builder()
            .skipEmptyLines(false)
            .allowExtraCharsAfterClosingQuote(false)
            .allowUnclosedQuote(false);
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The result of reading. */
    public sealed interface Reading {

        /** The cells without space around them. */
        record Found(List<String> cells) implements Reading {}

        record Failed(Finding finding) implements Reading {}
    }

    public Reading read(byte[] row) {
        CharBuffer text = CharBuffer.allocate(
                (int) Math.ceil(row.length * charset.newDecoder().maxCharsPerByte()));
        ByteBuffer bytes = ByteBuffer.wrap(row);
        CoderResult result = charset.newDecoder().decode(bytes, text, true);
        if (result.isError()) {
            return failed(NOT_IN_CHARSET, bytes.position() + 1, charset);
        }
        return cells(text.flip().toString());
    }

    private static Reading cells(String text) {
        String row = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        if (row.isEmpty()) {
            return new Reading.Found(List.of());
        }
        try {
            // The parser ends a row at a carriage return too: what follows must not be ignored.
            List<CsvRecord> rows = ROWS.ofCsvRecord(row).stream().limit(2).toList();
            return rows.size() == 1
                    ? new Reading.Found(
                            rows.get(0).getFields().stream().map(String::strip).toList())
                    : failed(MALFORMED, Quoted.shown(row));
        } catch (CsvParseException e) {
            return failed(MALFORMED, Quoted.shown(row));
        }
    }

    private static Reading failed(Rule rule, Object... values) {
        return new Reading.Failed(rule.brokenAt(Pointer.ROOT, values));
    }
}
