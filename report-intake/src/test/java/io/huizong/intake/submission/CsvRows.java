package io.huizong.intake.submission;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads a body of CSV by other code than the service's. */
final class CsvRows {

    private static final int MAX_BYTES = 256 * 1024;

    private final String text;
    private final Charset charset;

    private CsvRows(String text, Charset charset) {
        this.text = text;
        this.charset = charset;
    }

    /** The rows that are not empty, by the line on which each begins. */
    static Map<Long, List<String>> of(byte[] body, Charset charset) {
        // One character for each byte, so that nothing gets lost.
        String text = new String(body, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        return new CsvRows(text, charset).rows();
    }

    private Map<Long, List<String>> rows() {
        Map<Long, List<String>> rows = new TreeMap<>();
        long line = 1;
        for (int begin = 0, end; begin < text.length(); begin = end + 1) {
            List<String> cells = new ArrayList<>();
            int cell = begin;
            end = cellEnd(begin, begin);
            while (text.startsWith(",", end)) {
                cells.add(cell(cell, end));
                cell = end + 1;
                end = cellEnd(cell, begin);
            }
            cells.add(cell(cell, lineEnd(cell, end)));
            boolean isBlank = text.substring(begin, end).matches("[ \t\r]*+");
            if (!isBlank && cells.stream().anyMatch(one -> !one.isEmpty())) {
                rows.put(line, cells);
            }
            line += 1
                    + text.substring(begin, end)
                            .chars()
                            .filter(octet -> octet == '\n')
                            .count();
        }
        return rows;
    }

    /** Where the cell that begins there ends: at a comma, a line break or the end of the body. */
    private int cellEnd(int begin, int row) {
        int end = begin;
        if (text.startsWith("\"", begin)) {
            end = quotesEnd(begin);
            int tooFar = text.indexOf('\n', row + MAX_BYTES + 2);
            if (tooFar >= 0 && tooFar < end) {
                return tooFar;
            }
        }
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }

    private int quotesEnd(int begin) {
        int quote = text.indexOf('"', begin + 1);
        while (quote >= 0 && text.startsWith("\"\"", quote)) {
            quote = text.indexOf('"', quote + 2);
        }
        return quote < 0 ? text.length() : quote + 1;
    }

    /** Where the last cell of a row ends, which may have two carriage returns behind it. */
    private int lineEnd(int begin, int end) {
        int most = Math.max(begin, end - 2);
        int last = end;
        while (last > most && text.charAt(last - 1) == '\r') {
            last--;
        }
        return last;
    }

    /** Without space around it; but a carriage return that is not in quotes is no space, and its row is not empty. */
    private String cell(int begin, int end) {
        String raw = new String(text.substring(begin, end).getBytes(StandardCharsets.ISO_8859_1), charset)
                .replaceFirst("^\uFEFF", "");
        boolean isQuoted = raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"");
        if (!isQuoted && raw.indexOf('\r') >= 0) {
            return raw;
        }
        return (isQuoted ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw).strip();
    }
}
