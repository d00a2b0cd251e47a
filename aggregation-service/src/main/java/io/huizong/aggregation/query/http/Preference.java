package io.huizong.aggregation.query.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long a caller is willing to wait: the preference {@code wait} of RFC 7240. */
final class Preference {

    static final String HEADER = "Prefer";
    static final String APPLIED = "Preference-Applied";

    /** Nobody is made to wait longer, however long one is willing to. */
    static final Duration MAX_LENGTH = Duration.ofSeconds(30);

    private static final Pattern WAIT =
            Pattern.compile("\\s*wait\\s*=\\s*\"?([0-9]{1,9})\"?\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private Preference() {}

    /**
     * The wait that those headers prefer, at most the longest; empty if none does. What cannot be read is no preference, as
     * the RFC has it, and of several the first counts.
     */
    static Optional<Duration> wait(List<String> headers) {
        return (headers == null ? List.<String>of() : headers)
                .stream()
                        .flatMap(header -> Stream.of(header.split(",")))
                        .map(WAIT::matcher)
                        .filter(Matcher::matches)
                        .map(wait -> Duration.ofSeconds(Long.parseLong(wait.group(1))))
                        .map(wait -> wait.compareTo(MAX_LENGTH) > 0 ? MAX_LENGTH : wait)
                        .findFirst();
    }

    /** The value of the header that says which wait was applied. */
    static String applied(Duration wait) {
        return "wait=" + wait.toSeconds();
    }
}
