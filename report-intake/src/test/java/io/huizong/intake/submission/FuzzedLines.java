package io.huizong.intake.submission;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Bodies of fuzzed reports, a line each, and by other code than the service's what their lines are. */
final class FuzzedLines {

    private static final int MAX_LINES = 8;
    private static final int MAX_BYTES = 256 * 1024;
    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private final FuzzedPieces pieces;
    private final FuzzedReports reports;

    FuzzedLines(FuzzedPieces pieces) {
        this.pieces = pieces;
        this.reports = new FuzzedReports(pieces);
    }

    /** Another body. */
    byte[] next() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (pieces.oneIn(10)) {
            body.writeBytes(BYTE_ORDER_MARK);
        }
        for (int lines = pieces.below(MAX_LINES); lines > 0; lines--) {
            byte[] report = reports.next();
            body.writeBytes(pieces.oneIn(20) ? report : onOneLine(report));
            body.writeBytes(
                    pieces.one("\n", "\n", "\n", "\r\n", "\n\n", "\n \t\r\n").getBytes(StandardCharsets.UTF_8));
        }
        if (pieces.oneIn(2)) {
            body.writeBytes(onOneLine(reports.next()));
        }
        return pieces.oneIn(10) ? pieces.damaged(body.toByteArray()) : body.toByteArray();
    }

    private static byte[] onOneLine(byte[] report) {
        byte[] line = report.clone();
        for (int index = 0; index < line.length; index++) {
            line[index] = line[index] == '\n' ? (byte) ' ' : line[index];
        }
        return line;
    }

    /** The lines of a body that are not blank, or too long to know, by number. */
    static Map<Long, byte[]> of(byte[] body) {
        // One character for each byte, so that nothing gets lost.
        String text = new String(body, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", "");
        String[] lines = text.split("\n", -1);
        Map<Long, byte[]> numbered = new TreeMap<>();
        for (int index = 0; index < lines.length; index++) {
            if (lines[index].length() > MAX_BYTES || !lines[index].matches("[ \t\r]*+")) {
                numbered.put(index + 1L, lines[index].getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return numbered;
    }
}
