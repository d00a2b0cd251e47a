package io.huizong.aggregation.problem;

import java.util.List;
import java.util.Locale;

import io.huizong.contract.event.Warning;

/** The languages in which callers are answered. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The language that an {@code Accept-Language} header prefers; Chinese for none, null or an unreadable one. */
    public static Language preferredIn(String acceptLanguage) {
        if (acceptLanguage == null) {
            return ZH;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), List.of(ZH.tag, EN.tag));
            return EN.tag.equals(tag) ? EN : ZH;
        } catch (IllegalArgumentException e) {
            return ZH;
        }
    }

    /** The language's tag, for {@code Content-Language}. */
    public String tag() {
        return tag;
    }

    /** The text in this language. */
    public String of(Warning.Detail text) {
        return this == ZH ? text.zh() : text.en();
    }
}
