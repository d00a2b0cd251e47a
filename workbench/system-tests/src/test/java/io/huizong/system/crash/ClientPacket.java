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
    private static final int LONGEST_VERB = 20;

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

    boolean writes() {
        String verb = verb();
        return verb.equals("insert") || verb.equals("update") || verb.equals("delete");
    }

    boolean commits() {
        return verb().equals("commit");
    }

    boolean rollsBack() {
        return verb().equals("rollback");
    }

    /** The first word of a statement in small letters; empty if the packet holds none. */
    private String verb() {
        boolean query = bytes.length > HEADER && bytes[SEQUENCE] == 0 && bytes[HEADER] == COM_QUERY;
        if (!query) {
            return "";
        }
        int start = HEADER + 1;
        int length = Math.min(LONGEST_VERB, bytes.length - start);
        String begin = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
        return begin.stripLeading().split("\\W", 2)[0].toLowerCase(Locale.ROOT);
    }
}
