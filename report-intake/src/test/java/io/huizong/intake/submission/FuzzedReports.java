package io.huizong.intake.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reports as JSON that someone might send: real ones, whole, changed and broken, and what is no report at all. */
final class FuzzedReports {

    private static final String[] MEMBERS = {
        "\"mediation.cases_mediated\"",
        "\"mediation.cases_succeeded\"",
        "\"litigation.losses\"",
        "\"litigation.concluded\"",
        "\"mediation.success_rate\"",
        "\"training.sessions\"",
        "\"mediation.subsidies\"",
        "\"scope\"",
        "\"remarks\"",
        "\"expectedRevision\"",
        "\"statedRates\"",
        "\"source\"",
        "\"x\"",
        "\"\"",
        "\"\\ud800\""
    };

    private final FuzzedPieces pieces;
    private final List<String> reports = real();

    FuzzedReports(FuzzedPieces pieces) {
        this.pieces = pieces;
    }

    /** The real reports. */
    static List<String> real() {
        try (Stream<Path> samples = Files.list(Path.of("../docs/samples"))) {
            return samples.sorted().map(FuzzedReports::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another one. */
    byte[] next() {
        int kind = pieces.below(100);
        if (kind < 5) {
            return pieces.bytes(pieces.below(200));
        }
        if (kind < 10) {
            return pieces.damaged(
                    changed(reports.get(pieces.below(reports.size()))).getBytes(StandardCharsets.UTF_8));
        }
        if (kind < 13) {
            return nested();
        }
        String report = reports.get(pieces.below(reports.size()));
        for (int changes = pieces.below(4); changes > 0; changes--) {
            report = changed(report);
        }
        return report.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] nested() {
        int depth = 1 + pieces.below(pieces.oneIn(10) ? 100_000 : 12);
        String nested = pieces.oneIn(2)
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        return (pieces.oneIn(2)
                        ? nested
                        : "{\"jurisdiction\": \"53\", \"period\": \"2021\", \"figures\": " + nested + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String changed(String report) {
        return switch (pieces.below(9)) {
            case 0 -> replaced(report, "\"jurisdiction\": \"[^\"]*\"", "\"jurisdiction\": \"" + pieces.code() + "\"");
            case 1 -> replaced(report, "\"period\": \"[^\"]*\"", "\"period\": \"" + pieces.period() + "\"");
            case 2 -> atRandom(report, ": ([0-9]+|\"[^\"]*\")", ": " + pieces.value());
            case 3 -> atRandom(report, ": [0-9]+", ": " + pieces.digits());
            case 4 -> atRandom(report, "\\{", "{" + pieces.one(MEMBERS) + ": " + pieces.value() + ", ");
            case 5 -> atRandom(report, "\"[a-z_.]+\"", pieces.one(MEMBERS));
            case 6 -> atRandom(report, ",\\s*", "");
            case 7 -> atRandom(report, "\"title\": \"", "\"title\": \"" + "长".repeat(pieces.below(5000)));
            default ->
                pieces.oneIn(20)
                        ? " ".repeat(pieces.below(300_000)) + report
                        : report + pieces.one(" ", "\n", "{", "x", "\u0000");
        };
    }

    private static String replaced(String text, String pattern, String value) {
        return text.replaceFirst(pattern, Matcher.quoteReplacement(value));
    }

    private String atRandom(String text, String pattern, String value) {
        var places = Pattern.compile(pattern).matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var place = places.get(pieces.below(places.size()));
        return text.substring(0, place.start()) + value + text.substring(place.end());
    }
}
