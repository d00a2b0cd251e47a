package io.huizong.aggregation.feed;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * What each record of the topic of changes says in its headers, so that a tombstone says it too.
 *
 * @param generation the generation of the rollup
 * @param version its version
 */
public record ChangeHeaders(int generation, long version) {

    private static final String GENERATION = "huizong-generation";
    private static final String VERSION = "huizong-version";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** What those headers say; 0 for what they do not. */
    public static ChangeHeaders of(Headers headers) {
        return new ChangeHeaders((int) number(headers, GENERATION), number(headers, VERSION));
    }

    private static long number(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        String text =
                header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
        return NUMBER.matcher(text).matches() ? Long.parseLong(text) : 0;
    }

    Headers headers() {
        return new RecordHeaders().add(GENERATION, bytes(generation)).add(VERSION, bytes(version));
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(StandardCharsets.US_ASCII);
    }
}
