package io.huizong.contract.event;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Who submitted something and how.
 *
 * @param client the {@code sub} claim of the sender's token
 * @param idempotencyKey the sender's Idempotency-Key; null if there was none
 * @param line line of the bulk body, from 1; null for a single request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Origin(String client, String idempotencyKey, Long line) {

    /** @throws NullPointerException if the client is missing */
    public Origin {
        Objects.requireNonNull(client, "client");
    }

    /** A single request without an idempotency key. */
    public static Origin of(String client) {
        return new Origin(client, null, null);
    }
}
