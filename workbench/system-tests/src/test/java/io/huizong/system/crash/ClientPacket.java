package io.huizong.system.crash;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A packet of the MySQL protocol as a client sent it: three bytes of length, a sequence number, the payload. */
record ClientPacket(byte[] bytes) {

    private static final int HEADER = 4;
    private static final int SEQUENCE = 3;
    private static final int COM_QUERY = 3;
    private static final int BEGIN = 40;

    /** The next packet; null at the end of the stream. */
    static ClientPacket read(DataInputStream in) throws IOException {
        byte[] header = new byte[HEADER];
        try {
            in.readFully(header);
        } catch (EOFException end) {
            return null;
        }
        int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        byte[] bytes = new byte[HEADER + length];
        System.arraycopy(header, 0, bytes, 0, HEADER);
        in.readFully(bytes, HEADER, length);
        return new ClientPacket(bytes);
    }

    /** Whether it writes down submissions, which a batch does and no other transaction. */
    boolean recordsSubmissions() {
        return statement().startsWith("insert into submission (");
    }

    boolean commits() {
        return statement().equals("commit");
    }

    boolean rollsBack() {
        return statement().equals("rollback");
    }

    /** The begin of a statement in small letters; empty if the packet holds none. */
    private String statement() {
        boolean query = bytes.length > HEADER && bytes[SEQUENCE] == 0 && bytes[HEADER] == COM_QUERY;
        if (!query) {
            return "";
        }
        int start = HEADER + 1;
        // To MySQL the driver sends numbers of query attributes before the statement.
        while (start < bytes.length && bytes[start] >= 0 && bytes[start] < ' ') {
            start++;
        }
        int length = Math.min(BEGIN, bytes.length - start);
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
