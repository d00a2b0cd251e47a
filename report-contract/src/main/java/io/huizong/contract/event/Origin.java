package io.huizong.contract.event;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who submitted something and how.
 *
 * @param client the {@code sub} claim of the sender's token, see {@link #isClient}
 * @param idempotencyKey the sender's Idempotency-Key; null if there was none
 * @param line line of the bulk body, from 1; null for a single request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Origin(String client, String idempotencyKey, Long line) {

    /** The most characters of a client: no more are kept of it. */
    public static final int MAX_CLIENT = 255;

    /** The most characters of an idempotency key. */
    public static final int MAX_KEY_LENGTH = 255;

    /** @throws NullPointerException if the client is missing */
    public Origin {
        Objects.requireNonNull(client, "client");
    }

    /** Whether a client may be named so: 1 to {@link #MAX_CLIENT} whole characters, not all of them blank. */
    public static boolean isClient(String name) {
        return !name.isBlank() && isText(name, MAX_CLIENT);
    }

    /** Whether an idempotency key may be so: 1 to {@link #MAX_KEY_LENGTH} whole characters. */
    public static boolean isKey(String key) {
        return !key.isEmpty() && isText(key, MAX_KEY_LENGTH);
    }

    private static boolean isText(String text, int maxLength) {
        return text.codePointCount(0, text.length()) <= maxLength
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** A single request without an idempotency key. */
    public static Origin of(String client) {
        return new Origin(client, null, null);
    }
}
