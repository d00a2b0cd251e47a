package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Decimal numbers as senders write them. */
public final class Numbers {

    // As in JSON, but with leading zeros, which spreadsheets write.
    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,9})?");

    private Numbers() {}

    /** The number in a cell, or its text if that is no number. */
    public static JsonNode parse(String cell) {
        return cell.length() <= JsonFaults.MAX_NUMBER_LENGTH
                        && WRITTEN.matcher(cell).matches()
                ? DecimalNode.valueOf(new BigDecimal(cell))
                : TextNode.valueOf(cell);
    }

    /** How many decimals the number needs: 0 for 124.0. */
    static int decimals(BigDecimal number) {
        return number.scale() <= 0 ? 0 : Math.max(0, number.stripTrailingZeros().scale());
    }
}
