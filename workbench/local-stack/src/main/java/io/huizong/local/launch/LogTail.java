package io.huizong.local.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The end of a log, for a user who should not have to open it to see what went wrong. */
final class LogTail {

    private static final int LINES = 15;

    /**
     * Frames of stack traces rarely tell a user what was wrong. SRHCK01001 repeats a readiness check that is down, once for
     * each question.
     */
    private static final Predicate<String> IS_NOISE =
            Pattern.compile("\\s+(at |\\.\\.\\. \\d+ more).*|.*SRHCK01001.*").asMatchPredicate();

    private LogTail() {}

    /** The log's path and its last lines, in lines of their own, without frames and readiness checks. */
    static String of(Path log) {
        return " The last lines of %s:%n%s".formatted(log, lines(log));
    }

    private static String lines(Path log) {
        try {
            // Decoded leniently: a log may be cut within a character.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .filter(IS_NOISE.negate())
                    .toList();
            return "  " + String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
        } catch (IOException e) {
            return "  (cannot be read: %s)".formatted(e.getMessage());
        }
    }
}
