package io.huizong.commons.problem;

import java.util.List;
import java.util.Locale;

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
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            return ranges.stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> of(range.getRange()))
                    .filter(language -> language != null)
                    .findFirst()
                    .orElse(DEFAULT);
        } catch (IllegalArgumentException e) {
            return DEFAULT;
        }
    }

    private static Language of(String range) {
        for (Language language : values()) {
            if (range.equals(language.tag) || range.startsWith(language.tag + "-")) {
                return language;
            }
        }
        return null;
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
