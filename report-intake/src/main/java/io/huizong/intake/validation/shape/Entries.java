package io.huizong.intake.validation.shape;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;

/** How many figures of one kind a report may have. */
public final class Entries {

    private static final int MAX_ENTRIES = 500;

    public static final Rule TOO_MANY = Rule.error(
            "figures.too_many",
            "figures、statedRates、additionalFigures 各不超过 " + MAX_ENTRIES + " 项",
            "At most " + MAX_ENTRIES + " entries in each of figures, statedRates and additionalFigures",
            "共 %s 项，最多 " + MAX_ENTRIES + " 项",
            "There are %s entries, expected at most " + MAX_ENTRIES);

    private Entries() {}

    /** An error if there are more; then the single ones are not checked. */
    static boolean areFewEnough(JsonNode entries, Pointer at, Findings findings) {
        if (entries.size() <= MAX_ENTRIES) {
            return true;
        }
        findings.add(TOO_MANY, at, entries.size());
        return false;
    }
}
