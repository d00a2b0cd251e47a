package io.huizong.intake.validation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huizong.contract.Finding;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The header {@code Idempotency-Key} of a request. */
public sealed interface IdempotencyKey {

    /** The header's name. */
    String HEADER = "Idempotency-Key";

    /** The header must be one key, quoted or bare. */
    Rule MALFORMED = Rule.error(
            "idempotency_key.malformed",
            "请求头 Idempotency-Key 若有，为一个 1 至 255 个可见 ASCII 字符的键",
            "The header Idempotency-Key, where there is one, is one key of 1 to 255 visible ASCII characters",
            "请求头 Idempotency-Key 为 %s，应为一个键：1 至 255 个可见 ASCII 字符，最好放在双引号内（其中的 \" 和 \\ 前加 \\）",
            "The header Idempotency-Key is %s, expected one key of 1 to 255 visible ASCII characters, best in double quotes,"
                    + " with a \\ before each \" and \\ in them");

    /** The sender gave none. */
    record Absent() implements IdempotencyKey {}

    /** The sender gave this one: 1 to 255 visible ASCII characters, without quotes and escapes around it. */
    record Given(String key) implements IdempotencyKey {

        private static final Pattern QUOTED = Pattern.compile("\"((?:[!-~&&[^\"\\\\]]|\\\\[\"\\\\]){1,255})\"");
        private static final Pattern BARE = Pattern.compile("[!-~&&[^\"\\\\,;]]{1,255}");
        private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    }

    /** The header cannot be read. */
    record Malformed(Finding finding) implements IdempotencyKey {}

    /**
     * The key of a request. Many clients leave out the quotes that a structured field (RFC 9651) has around a string.
     * A bare key is read as it is, unless it contains a character that has a meaning in a structured field.
     *
     * @param lines the values of all headers of that name, without space around them
     */
    static IdempotencyKey in(List<String> lines) {
        if (lines.isEmpty()) {
            return new Absent();
        }
        String value = String.join(", ", lines);
        Matcher quoted = Given.QUOTED.matcher(value);
        if (quoted.matches()) {
            return new Given(Given.ESCAPE.matcher(quoted.group(1)).replaceAll("$1"));
        }
        if (Given.BARE.matcher(value).matches()) {
            return new Given(value);
        }
        return new Malformed(MALFORMED.brokenAt(Pointer.ROOT.to(HEADER), Quoted.shown(value)));
    }
}
