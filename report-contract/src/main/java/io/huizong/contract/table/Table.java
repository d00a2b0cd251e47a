package io.huizong.contract.table;

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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/**
 * A comma-separated reference file (RFC 4180, UTF-8, with or without byte order mark) with fixed columns.
 *
 * @param rows the rows below the heading; those of the wrong width are left out and stand in the problems
 * @param problems sentences that begin with the line's number; empty for a well-formed file
 * @param fingerprint SHA-256 of the file's bytes, in hexadecimal
 */
public record Table(List<Row> rows, List<String> problems, String fingerprint) {

    private static final CsvMapper CSV = CsvMapper.csvBuilder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    /** Reads a table whose heading must be exactly those columns. */
    public static Table read(InputStream in, List<String> columns) throws IOException {
        byte[] bytes = in.readAllBytes();
        List<Row> rows = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        int notUtf8 = firstLineNotInUtf8(bytes);
        if (notUtf8 > 0) {
            return new Table(List.of(), List.of("line " + notUtf8 + ": not in UTF-8"), sha256(bytes));
        }
        boolean heading = true;
        int line = 1;
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class).readValues(bytes)) {
            while (lines.hasNextValue()) {
                line = lines.getCurrentLocation().getLineNr();
                Row row = new Row(line, List.of(lines.nextValue()));
                if (heading && !row.cells().equals(columns)) {
                    problems.add(row.problem("the heading is " + String.join(",", row.cells()) + ", expected "
                            + String.join(",", columns)));
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
        } catch (JsonProcessingException e) {
            problems.add("line %d: %s".formatted(line, e.getOriginalMessage()));
        }
        if (heading && problems.isEmpty()) {
            problems.add("line 1: the file is empty, expected the heading " + String.join(",", columns));
        }
        return new Table(List.copyOf(rows), List.copyOf(problems), sha256(bytes));
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

        /** That sentence with this row's line before it. */
        public String problem(String sentence) {
            return "line " + line + ": " + sentence;
        }
    }
}
