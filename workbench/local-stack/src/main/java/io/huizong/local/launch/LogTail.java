package io.huizong.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for a user who should not have to open it to see what went wrong. */
final class LogTail {

    private static final int LINES = 15;

    private LogTail() {}

    /** The log's path and its last lines, in lines of their own. */
    static String of(Path log) {
        return " The last lines of %s:%n%s".formatted(log, lines(log));
    }

    private static String lines(Path log) {
        try {
            // Decoded leniently: a log may be cut within a character.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return "  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "  (cannot be read: %s)".formatted(e.getMessage());
        }
    }
}
