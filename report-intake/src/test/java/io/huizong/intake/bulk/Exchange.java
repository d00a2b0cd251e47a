package io.huizong.intake.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One request whose body is sent and whose answer is read piece by piece, both at once if need be. */
final class Exchange implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int status;
    private long chunk;
    private boolean isOver;

    private Exchange(URI address, String head) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        out = new BufferedOutputStream(socket.getOutputStream());
        in = new BufferedInputStream(socket.getInputStream());
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Sends the head of a POST; the headers are a name, a value, a name and so on. */
    static Exchange post(URI address, String path, String... headers) {
        StringBuilder head =
                new StringBuilder("POST %s HTTP/1.1\r\nHost: %s\r\n".formatted(path, address.getAuthority()));
        for (int index = 0; index < headers.length; index += 2) {
            head.append("%s: %s\r\n".formatted(headers[index], headers[index + 1]));
        }
        try {
            return new Exchange(
                    address, head.append("Transfer-Encoding: chunked\r\n\r\n").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Exchange send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Exchange send(byte[] bytes) {
        try {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Ends the body. */
    Exchange end() {
        try {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    int status() throws IOException {
        if (status == 0) {
            status = Integer.parseInt(headLine().split(" ")[1]);
            for (String header = headLine(); !header.isEmpty(); header = headLine()) {
                String[] parts = header.split(": ", 2);
                headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
            }
            if (headers.containsKey("content-length")) {
                chunk = Long.parseLong(headers.get("content-length"));
            }
        }
        return status;
    }

    String header(String name) throws IOException {
        status();
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The next line of the answer; null if there is none. */
    JsonNode result() throws IOException {
        status();
        for (int octet = octet(); octet >= 0; octet = octet()) {
            if (octet == '\n') {
                return parsed();
            }
            line.write(octet);
        }
        return line.size() == 0 ? null : parsed();
    }

    private JsonNode parsed() throws IOException {
        JsonNode parsed = JSON.readTree(line.toByteArray());
        line.reset();
        return parsed;
    }

    /** All lines that are still to come. */
    List<JsonNode> results() throws IOException {
        List<JsonNode> results = new ArrayList<>();
        for (JsonNode result = result(); result != null; result = result()) {
            results.add(result);
        }
        return results;
    }

    private int octet() throws IOException {
        if (chunk == 0 && !isOver && headers.containsKey("transfer-encoding")) {
            chunk = Long.parseLong(headLine(), 16);
            isOver = chunk == 0;
            if (isOver) {
                headLine();
            }
        }
        if (chunk == 0) {
            return -1;
        }
        int octet = in.read();
        if (octet < 0) {
            throw new IOException("The connection ended within the answer");
        }
        if (--chunk == 0 && headers.containsKey("transfer-encoding")) {
            assertThat(headLine()).isEmpty();
        }
        return octet;
    }

    private String headLine() throws IOException {
        StringBuilder head = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("The connection ended in: " + head);
            }
            head.append((char) octet);
        }
        return head.toString().strip();
    }

    /** Whether the server closed the connection, once it did or sent anything. */
    boolean isClosedByServer() throws IOException {
        return in.read() < 0;
    }

    /** Breaks the connection off as a sender does that crashes. */
    void breakOff() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
