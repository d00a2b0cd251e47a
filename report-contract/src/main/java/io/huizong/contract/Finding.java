package io.huizong.contract;

import java.util.Objects;

/**
 * A rule that a request breaks. The severity of the rule decides what follows: an error refuses the request, a warning is accepted and
 * travels with the event.
 *
 * @param pointer where in the request: a JSON pointer (RFC 6901) in URI fragment form, such as
 *     {@code #/figures/mediation.cases_mediated}
 * @param code stable name of the rule
 * @param detail what was found and what was expected
 */
public record Finding(String pointer, String code, Bilingual detail) {

    /** @throws NullPointerException if a part is missing */
    public Finding {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }
}
