package io.huizong.intake.validation;

import com.fasterxml.jackson.databind.JsonNode;

/** How many figures of one sort a report may carry. */
final class Entries {

    private static final int MOST = 500;

    static final Rule TOO_MANY = Rule.error(
            "figures.too_many",
            "figures、statedRates、additionalFigures 各不超过 " + MOST + " 项",
            "At most " + MOST + " entries in each of figures, statedRates and additionalFigures",
            "共 %s 项，最多 " + MOST + " 项",
            "There are %s entries, expected at most " + MOST);

    private Entries() {}

    /** An error if there are more; then they are not worth looking at one by one. */
    static boolean areFewEnough(JsonNode entries, Pointer at, Findings findings) {
        if (entries.size() <= MOST) {
            return true;
        }
        findings.add(TOO_MANY, at, entries.size());
        return false;
    }
}
