package io.huizong.contract.event;

import java.util.Objects;

/**
 * Something odd about a report that did not keep it from being accepted.
 *
 * @param pointer where in the request: a JSON pointer (RFC 6901) in URI fragment form, such as
 *     {@code #/figures/mediation.cases_mediated}
 * @param code stable name of the rule
 * @param detail what was found and what was expected
 */
public record Warning(String pointer, String code, Detail detail) {

    /** @throws NullPointerException if a part is missing */
    public Warning {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }

    /** The same sentence in Chinese and English. */
    public record Detail(String zh, String en) {

        /** @throws NullPointerException if a part is missing */
        public Detail {
            Objects.requireNonNull(zh, "zh");
            Objects.requireNonNull(en, "en");
        }
    }
}
