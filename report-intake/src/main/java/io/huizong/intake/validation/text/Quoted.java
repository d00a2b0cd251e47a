package io.huizong.intake.validation.text;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

/** Values of senders as sentences show them. */
public final class Quoted {

    private static final int MAX_SHOWN = 60;

    private Quoted() {}

    /** A value as JSON writes it, shortened if it is long. */
    public static String shown(JsonNode value) {
        if (value.isTextual()) {
            return shown(value.textValue());
        }
        return value.isNumber() ? shown(value.decimalValue()) : shortened(value.toString());
    }

    /** A text in quotes, shortened if it is long. */
    public static String shown(String text) {
        return '"' + shortened(text) + '"';
    }

    /** A number without an exponent, unless that would be long. */
    public static String shown(BigDecimal number) {
        boolean handy = Math.abs((long) number.precision() - number.scale()) < MAX_SHOWN
                && Math.abs((long) number.scale()) < MAX_SHOWN;
        return shortened(handy ? number.toPlainString() : number.toString());
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_SHOWN) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_SHOWN - 1)) ? MAX_SHOWN - 1 : MAX_SHOWN;
        return text.substring(0, end) + '…';
    }
}
