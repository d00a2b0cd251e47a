package io.huizong.intake.validation;

import com.fasterxml.jackson.databind.JsonNode;

/** How many figures of one sort a report may carry. */
final class Entries {

    private static final int MOST = 500;

    private Entries() {}

    /** An error if there are more; then they are not worth looking at one by one. */
    static boolean areFewEnough(JsonNode entries, Pointer at, Findings findings) {
        if (entries.size() <= MOST) {
            return true;
        }
        findings.error(
                at,
                "figures.too_many",
                Sentence.of("共 %d 项，最多 %d 项", "There are %d entries, expected at most %d", entries.size(), MOST));
        return false;
    }
}
