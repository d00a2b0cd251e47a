package io.huizong.system.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The requests of a file for the HTTP clients of IntelliJ IDEA and Visual Studio Code. */
public final class HttpRequests {

    private static final Path FOLDER = Path.of("../../http");

    private HttpRequests() {}

    /**
     * One request.
     *
     * @param name what stands behind {@code ###}
     */
    public record Request(String name, String method, String address, Map<String, String> headers, byte[] body) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** All requests of a file, its variables replaced by those values. */
    public static List<Request> in(String file, Map<String, String> values) throws IOException {
        Path path = FOLDER.resolve(file);
        String text = Files.readString(path);
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!text.contains("@" + value.getKey() + " = ")) {
                throw new IOException("%s has no variable %s".formatted(file, value.getKey()));
            }
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        List<Request> requests = new ArrayList<>();
        String[] parts = text.split("(?m)^### ");
        for (String part : List.of(parts).subList(1, parts.length)) {
            requests.add(request(part, path));
        }
        return requests;
    }

    private static Request request(String part, Path file) throws IOException {
        String[] headAndBody = part.strip().split("\\n\\s*\\n", 2);
        List<String> head =
                headAndBody[0].lines().filter(line -> !line.startsWith("#")).toList();
        String[] first = head.get(1).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : head.subList(2, head.size())) {
            String[] header = line.split(": ", 2);
            headers.put(header[0], header[1]);
        }
        byte[] body = headAndBody.length < 2 ? new byte[0] : body(headAndBody[1], file);
        return new Request(head.get(0), first[0], first[1], headers, body);
    }

    private static byte[] body(String text, Path file) throws IOException {
        return text.startsWith("< ")
                ? Files.readAllBytes(file.resolveSibling(text.substring(2).strip()))
                : text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
