package io.huizong.contract.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * A comma-separated reference file (RFC 4180, UTF-8, with or without byte order mark) with fixed columns. Its first line
 * says its edition: {@code # edition 7}. Below it stands the heading.
 *
 * @param edition raised with each change of the file, from 1; 0 if the file does not say it
 * @param rows the rows below the heading; those of the wrong width are left out and stand in the problems
 * @param problems sentences that begin with the line's number; empty for a well-formed file
 * @param fingerprint SHA-256 of the file's bytes, in hexadecimal
 */
public record CsvTable(int edition, List<Row> rows, List<String> problems, String fingerprint) {

    private static final Pattern EDITION = Pattern.compile("# edition ([1-9][0-9]{0,8})");
    private static final String EXPECTED_EDITION = "the line \"# edition N\", N a whole number from 1 to 999999999";

    private static final CsvReader.CsvReaderBuilder READER = CsvReader.builder()
            .detectBomHeader(true)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE);

    /** Reads a table whose heading must be exactly those columns. */
    public static CsvTable read(InputStream in, List<String> columns) throws IOException {
        byte[] bytes = in.readAllBytes();
        int notUtf8 = firstLineNotInUtf8(bytes);
        if (notUtf8 > 0) {
            return new CsvTable(0, List.of(), List.of("line " + notUtf8 + ": not in UTF-8"), sha256(bytes));
        }
        int edition = 0;
        List<Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        boolean first = true;
        boolean heading = true;
        RowReader reader = new RowReader();
        try (CsvReader<Row> lines = READER.build(reader, new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (Row row : lines) {
                if (row.isBlank()) {
                    continue;
                }
                if (first) {
                    first = false;
                    edition = edition(row);
                    if (edition == 0) {
                        problems.add("line 1: the file begins with %s, expected %s".formatted(row, EXPECTED_EDITION));
                    }
                    // A user who forgot the edition wants to know all other problems too.
                    if (edition > 0 || row.cell(0).startsWith("#")) {
                        continue;
                    }
                }
                if (heading && !row.cells().equals(columns)) {
                    problems.add(
                            row.problem("the heading is %s, expected %s".formatted(row, String.join(",", columns))));
                    break;
                }
                if (!heading && row.cells().size() != columns.size()) {
                    problems.add(row.problem("%d columns, expected the %d of the heading"
                            .formatted(row.cells().size(), columns.size())));
                } else if (!heading) {
                    rows.add(row);
                }
                heading = false;
            }
        } catch (CsvParseException e) {
            problems.add("line %d: wrong quotes, expected each to be closed and nothing after it but a comma"
                    .formatted(reader.line()));
        }
        if (first && problems.isEmpty()) {
            problems.add("line 1: the file is empty, expected " + EXPECTED_EDITION);
        } else if (heading && problems.isEmpty()) {
            problems.add("line 2: the heading is missing, expected " + String.join(",", columns));
        }
        return new CsvTable(edition, List.copyOf(rows), List.copyOf(problems), sha256(bytes));
    }

    /** Makes rows of fields; space around values that are not quoted is cut off. */
    private static final class RowReader extends AbstractBaseCsvCallbackHandler<Row> {

        private List<String> cells = new ArrayList<>();

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>();
        }

        @Override
        protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
            String value = new String(text, offset, length);
            cells.add(quoted ? value : value.strip());
        }

        @Override
        protected Row buildRecord() {
            return new Row(line(), List.copyOf(cells));
        }

        /** Where the row that was begun last begins. */
        int line() {
            return Math.toIntExact(getStartingLineNumber());
        }
    }

    /** The edition in the first row; 0 if there is none. Spreadsheets add empty cells to it. */
    private static int edition(Row row) {
        Matcher edition = EDITION.matcher(row.cell(0));
        boolean alone = row.cells().stream().skip(1).allMatch(String::isEmpty);
        return row.line() == 1 && alone && edition.matches() ? Integer.parseInt(edition.group(1)) : 0;
    }

    /** Counted from 1; 0 if all is in UTF-8. */
    private static int firstLineNotInUtf8(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (!StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            return 0;
        }
        return 1
                + (int) out.flip()
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * One row.
     *
     * @param line its line in the file, from 1
     * @param cells its values in the order of the heading, empty where nothing stands
     */
    public record Row(int line, List<String> cells) {

        /** The value in that column, counted from 0; empty where nothing stands. */
        public String cell(int column) {
            return cells.get(column);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty) && cells.size() <= 1;
        }

        /** Its values with commas between them. */
        @Override
        public String toString() {
            return String.join(",", cells);
        }

        /** That sentence with this row's line before it. */
        public String problem(String sentence) {
            return "line " + line + ": " + sentence;
        }
    }
}
