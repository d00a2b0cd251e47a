package io.huizong.intake.validation;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

/** How sentences show the values that senders sent. */
final class Sentence {

    private static final int LONGEST_SHOWN = 60;

    private Sentence() {}

    /** A value as JSON writes it, shortened if it is long. */
    static String shown(JsonNode value) {
        if (value.isTextual()) {
            return shown(value.textValue());
        }
        return value.isNumber() ? shown(value.decimalValue()) : shortened(value.toString());
    }

    /** A text in quotes, shortened if it is long. */
    static String shown(String text) {
        return '"' + shortened(text) + '"';
    }

    /** A number without an exponent, unless that would be long. */
    static String shown(BigDecimal number) {
        boolean handy = Math.abs((long) number.precision() - number.scale()) < LONGEST_SHOWN
                && Math.abs((long) number.scale()) < LONGEST_SHOWN;
        return shortened(handy ? number.toPlainString() : number.toString());
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1)) ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
        return text.substring(0, end) + '…';
    }
}
