package io.huizong.commons.problem;

import java.util.Locale;
import java.util.stream.Stream;

import io.huizong.contract.Bilingual;

/** The languages of answers. */
public enum Language {
    ZH("zh"),
    EN("en");

    private static final Language DEFAULT = ZH;

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /**
     * The language that an {@code Accept-Language} header prefers (RFC 9110, section 12.5.4). Chinese for a header that is null,
     * cannot be read, or names neither language; a language of weight 0 is not used.
     */
    public static Language preferredIn(String acceptLanguage) {
        if (acceptLanguage == null) {
            return DEFAULT;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Stream.of(values()).filter(language -> language.isIn(range.getRange())))
                    .findFirst()
                    .orElse(DEFAULT);
        } catch (IllegalArgumentException e) {
            return DEFAULT;
        }
    }

    private boolean isIn(String range) {
        return range.equals(tag) || range.startsWith(tag + "-");
    }

    /** The language's tag, for {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The text in this language. */
    public String of(Bilingual text) {
        return this == ZH ? text.zh() : text.en();
    }
}
