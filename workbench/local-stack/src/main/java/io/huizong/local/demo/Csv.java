package io.huizong.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Tables with a header row whose cells hold neither commas nor quotes, which all of ours are. A line above the header that
 * begins with {@code #} says the table's edition.
 */
final class Csv {

    private Csv() {}

    /** The rows of a file, unzipped if its name says so; a cell is found by the name of its column. */
    static List<Map<String, String>> file(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return rows(file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, file.toString());
        }
    }

    /** The rows of a table that stands beside this class. */
    static List<Map<String, String>> resource(String name) throws IOException {
        try (InputStream bytes = Csv.class.getResourceAsStream(name)) {
            return rows(bytes, name);
        }
    }

    private static List<Map<String, String>> rows(InputStream bytes, String name) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        String first = lines.readLine();
        String[] columns = (first.startsWith("#") ? lines.readLine() : first).split(",");
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] cells = line.split(",", -1);
            if (cells.length != columns.length || line.contains("\"")) {
                throw new IOException(
                        "%s: %d cells were expected and no quotes: %s".formatted(name, columns.length, line));
            }
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
