package io.huizong.contract;

import java.util.Objects;

/** The same text in Chinese and English. */
public record Bilingual(String zh, String en) {

    /** @throws NullPointerException if a part is missing */
    public Bilingual {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }
}
