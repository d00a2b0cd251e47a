package io.huizong.intake.bulk;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

import io.huizong.intake.validation.ReportValidation;

/**
 * Cuts a body into lines as it arrives, in a charset in which the bytes of ASCII characters are no part of other
 * characters. Holds one part of the body and the beginning of one line. Blank lines are counted and skipped. Not
 * thread-safe.
 */
final class LineSplitter {

    private static final byte[] NOTHING = {};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    /** One byte more than allowed, besides the carriage return that is cut off. */
    private static final int MAX_KEPT = ReportValidation.MAX_BYTES + 2;

    private final boolean isCsv;
    private Position position = Position.BEFORE_CELL;
    private byte[] part = NOTHING;
    private int at;
    private ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long ended;
    private long first = 1;
    private boolean isBegin = true;
    private boolean isComplete;

    private LineSplitter(boolean isCsv) {
        this.isCsv = isCsv;
    }

    /** Each line by itself. */
    static LineSplitter plain() {
        return new LineSplitter(false);
    }

    /** Rows of CSV: a line break within quotes does not end them. */
    static LineSplitter ofCsv() {
        return new LineSplitter(true);
    }

    /** Takes the next part of the body. All lines of the part before must have been taken. */
    void feed(byte[] next) {
        part = next;
        at = 0;
        if (isBegin) {
            passOverByteOrderMark();
        }
    }

    /** The body has ended: the rest is a line. */
    void complete() {
        isComplete = true;
        isBegin = false;
    }

    /** The next line; null if it is not complete yet, or there is none. */
    BulkLine next() {
        while (at < part.length && !isBegin) {
            int end = end();
            begun.write(part, at, Math.min(end - at, MAX_KEPT - begun.size()));
            at = Math.min(end + 1, part.length);
            if (end < part.length) {
                BulkLine line = take();
                if (line != null) {
                    return line;
                }
            }
        }
        return isComplete && begun.size() > 0 ? take() : null;
    }

    /** Number of the line that is being read. */
    long number() {
        return first;
    }

    /** Where the line that is being read ends, or the end of the part. */
    private int end() {
        for (int index = at; index < part.length; index++) {
            byte octet = part[index];
            if (octet == '\n') {
                ended++;
                // A row that is too long ends with its line: a forgotten quote must not swallow all rows.
                if (position != Position.IN_QUOTES || begun.size() + index - at >= MAX_KEPT) {
                    return index;
                }
            }
            if (isCsv) {
                position = position.after(octet);
            }
        }
        return part.length;
    }

    /** The line so far; null if it is blank. */
    private BulkLine take() {
        byte[] bytes = begun.toByteArray();
        begun = new ByteArrayOutputStream();
        position = Position.BEFORE_CELL;
        long number = first;
        first = ended + 1;
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        // Of a line that is too long the rest is not known to be blank.
        return bytes.length < MAX_KEPT && isBlank(bytes) ? null : new BulkLine(number, Arrays.copyOf(bytes, length));
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet != ' ' && octet != '\t' && octet != '\r') {
                return false;
            }
        }
        return true;
    }

    /** It may arrive in several parts, and a quote after it begins a cell. */
    private void passOverByteOrderMark() {
        begun.writeBytes(part);
        byte[] soFar = begun.toByteArray();
        int compared = Math.min(soFar.length, BYTE_ORDER_MARK.length);
        boolean fits = Arrays.equals(soFar, 0, compared, BYTE_ORDER_MARK, 0, compared);
        if (fits && compared < BYTE_ORDER_MARK.length) {
            part = NOTHING;
            return;
        }
        isBegin = false;
        begun = new ByteArrayOutputStream();
        part = fits ? Arrays.copyOfRange(soFar, compared, soFar.length) : soFar;
        at = 0;
    }

    /** Where in a row the next byte is. RFC 4180 has quotes around a whole cell, and twice within it. */
    private enum Position {
        BEFORE_CELL,
        IN_CELL,
        IN_QUOTES,
        AFTER_QUOTE;

        Position after(byte octet) {
            return switch (this) {
                case IN_QUOTES -> octet == '"' ? AFTER_QUOTE : IN_QUOTES;
                case BEFORE_CELL, AFTER_QUOTE -> octet == '"' ? IN_QUOTES : unquoted(octet);
                case IN_CELL -> unquoted(octet);
            };
        }

        private static Position unquoted(byte octet) {
            return octet == ',' ? BEFORE_CELL : IN_CELL;
        }
    }
}
