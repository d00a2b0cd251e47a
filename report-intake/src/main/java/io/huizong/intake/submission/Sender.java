package io.huizong.intake.submission;

import java.util.Optional;
import java.util.Set;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;

/**
 * Who sends a submission.
 *
 * @param client the token's {@code sub}
 * @param jurisdictions codes of those that it may write for, with all below them; padded ones are understood
 */
record Sender(String client, Set<String> jurisdictions) {

    boolean mayWriteFor(Jurisdiction jurisdiction, DivisionTree divisions) {
        return jurisdictions.stream()
                .map(divisions::find)
                .flatMap(Optional::stream)
                .anyMatch(allowed -> divisions.covers(allowed, jurisdiction));
    }
}
