package io.huizong.aggregation.query.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.zip.CRC32;

import io.huizong.commons.problem.ProblemException;

/**
 * Where the page before ended, as callers see it: opaque text that holds for the question it came with and no other. The
 * position in it is that of an item, so a page is right whatever is applied between pages. It protects against mistakes;
 * who makes one up gets a place in a list that may be read anyway.
 *
 * @param question the list that it belongs to: what was asked, without the part of it
 */
public record Cursor(String question) {

    private static final String NAME = "cursor";
    private static final String SEPARATOR = "\n";

    /** The text for a position. */
    public String write(String position) {
        String text = checksum(position) + SEPARATOR + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position that the text encodes.
     *
     * @param text null for the first page
     * @param first where the first page begins
     * @param parser throws anything for what is no position
     * @throws ProblemException if it is not what was given for this question
     */
    public <T> T read(String text, T first, Function<String, T> parser) {
        if (text == null) {
            return first;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(SEPARATOR, 2);
            if (parts.length == 2 && parts[0].equals(checksum(parts[1]))) {
                return parser.apply(parts[1]);
            }
        } catch (RuntimeException e) {
            // Answered below, like a text of another question.
        }
        throw Parameters.wrong(
                NAME,
                text,
                "上一页的 next，且其他参数须与之相同",
                "the value of next in the page before, with the other parameters as they were");
    }

    private String checksum(String position) {
        CRC32 sum = new CRC32();
        sum.update((question + SEPARATOR + position).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
