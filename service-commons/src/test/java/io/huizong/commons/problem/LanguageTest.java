package io.huizong.commons.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are in the language that the caller prefers, in Chinese if it prefers none of ours. */
class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                       | ZH",
                "''                     | ZH",
                "en                     | EN",
                "EN-GB                  | EN",
                "zh-Hant-TW             | ZH",
                "fr, en;q=0.5           | EN",
                "zh;q=0.3, en;q=0.7     | EN",
                "en;q=0.3, zh;q=0.7     | ZH",
                "en;q=0, zh             | ZH",
                "en;q=0                 | ZH",
                "fr                     | ZH",
                "*                      | ZH",
                "eng                    | ZH",
                "not a language!        | ZH"
            })
    void the_preferred_language_decides(String header, Language expected) {
        assertThat(Language.preferredIn(header)).isEqualTo(expected);
    }
}
