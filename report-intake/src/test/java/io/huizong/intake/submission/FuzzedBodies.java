package io.huizong.intake.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Bodies that someone might send: real reports, whole, changed and broken, and what is no report at all. */
final class FuzzedBodies {

    private static final String[] VALUES = {
        "0",
        "-1",
        "1.5",
        "1e15",
        "1e16",
        "1e400",
        "-0",
        "1e999999999",
        "1e-999999999",
        "1e99999999999",
        "0.001",
        "\"\"",
        "\"53\"",
        "null",
        "true",
        "[]",
        "{}",
        "[1]",
        "{\"value\": 3}",
        "{\"value\": 3, \"qualifier\": \"ABOUT\"}",
        "{\"value\": -3, \"qualifier\": \"ABOUT\"}",
        "{\"value\": 3, \"qualifier\": null}",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u0000\"",
        "\"WHOLE_AREA\"",
        "\"2021\"",
        "01",
        "NaN",
        "'x'",
        "+1",
        ".5",
        "1."
    };
    private static final String[] CODES = {
        "53",
        "530000",
        "5301",
        "530100",
        "530181",
        "530181000",
        "530181000000",
        "530181009",
        "530181009000",
        "CN",
        "1101",
        "110100",
        "110100000000",
        "11",
        "4690",
        "419001",
        "350527",
        "350527000",
        "999999",
        "5",
        "五",
        "530181 ",
        "cn"
    };
    private static final String[] PERIODS = {
        "2021", "2021-H1", "2021-H3", "2021-Q4", "2021-12", "2021-13", "1948", "1949", "9999", "2021-", "２０２１", "2021-1"
    };
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

    private final Random random;
    private final List<String> reports;

    FuzzedBodies(long seed) {
        this.random = new Random(seed);
        try (Stream<Path> samples = Files.list(Path.of("../docs/samples"))) {
            reports = samples.sorted().map(FuzzedBodies::text).toList();
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
        int kind = random.nextInt(100);
        if (kind < 5) {
            return bytes(random.nextInt(200));
        }
        if (kind < 10) {
            return damaged(changed(reports.get(random.nextInt(reports.size()))));
        }
        if (kind < 13) {
            return nested();
        }
        String report = reports.get(random.nextInt(reports.size()));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            report = changed(report);
        }
        return report.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] damaged(String report) {
        byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
        for (int damage = 1 + random.nextInt(3); damage > 0; damage--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextBoolean() ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }

    private byte[] nested() {
        int depth = 1 + random.nextInt(random.nextInt(10) == 0 ? 100_000 : 12);
        String nested = random.nextBoolean()
                ? "[".repeat(depth) + "]".repeat(depth)
                : "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
        return (random.nextBoolean()
                        ? nested
                        : "{\"jurisdiction\": \"53\", \"period\": \"2021\", \"figures\": " + nested + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String changed(String report) {
        return switch (random.nextInt(9)) {
            case 0 -> replaced(report, "\"jurisdiction\": \"[^\"]*\"", "\"jurisdiction\": \"" + one(CODES) + "\"");
            case 1 -> replaced(report, "\"period\": \"[^\"]*\"", "\"period\": \"" + one(PERIODS) + "\"");
            case 2 -> atRandom(report, ": ([0-9]+|\"[^\"]*\")", ": " + one(VALUES));
            case 3 -> atRandom(report, ": [0-9]+", ": " + digits());
            case 4 -> atRandom(report, "\\{", "{" + one(MEMBERS) + ": " + one(VALUES) + ", ");
            case 5 -> atRandom(report, "\"[a-z_.]+\"", one(MEMBERS));
            case 6 -> atRandom(report, ",\\s*", "");
            case 7 -> atRandom(report, "\"title\": \"", "\"title\": \"" + "长".repeat(random.nextInt(5000)));
            default ->
                random.nextInt(20) == 0
                        ? " ".repeat(random.nextInt(300_000)) + report
                        : report + one(" ", "\n", "{", "x", "\u0000");
        };
    }

    private String digits() {
        int length = 1 + random.nextInt(random.nextInt(5) == 0 ? 1500 : 20);
        StringBuilder digits = new StringBuilder(random.nextInt(4) == 0 ? "-" : "").append(1 + random.nextInt(9));
        while (digits.length() < length) {
            digits.append(random.nextInt(10));
        }
        return random.nextInt(3) == 0
                ? digits.append('.').append(random.nextInt(1000)).toString()
                : digits.toString();
    }

    private static String replaced(String text, String pattern, String value) {
        return text.replaceFirst(pattern, Matcher.quoteReplacement(value));
    }

    private String atRandom(String text, String pattern, String value) {
        var places = Pattern.compile(pattern).matcher(text).results().toList();
        if (places.isEmpty()) {
            return text;
        }
        var place = places.get(random.nextInt(places.size()));
        return text.substring(0, place.start()) + value + text.substring(place.end());
    }

    private String one(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
