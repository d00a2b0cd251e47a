package io.huizong.intake.submission;

import java.util.Set;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;

/**
 * Who sends a submission.
 *
 * @param client the token's {@code sub}
 * @param jurisdictions codes of those that it may write for, with all below them
 */
record Sender(String client, Set<String> jurisdictions) {

    boolean mayWriteFor(Jurisdiction jurisdiction, DivisionTree divisions) {
        return isAllowed(jurisdiction)
                || divisions.ancestors(jurisdiction).stream().anyMatch(this::isAllowed);
    }

    private boolean isAllowed(Jurisdiction jurisdiction) {
        return jurisdictions.contains(jurisdiction.code());
    }
}
