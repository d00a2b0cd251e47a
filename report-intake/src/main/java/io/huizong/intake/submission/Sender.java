package io.huizong.intake.submission;

import java.util.Optional;
import java.util.Set;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Origin;

/**
 * Who sends a submission, and how.
 *
 * @param origin as the event tells it; the client is the token's {@code sub}
 * @param jurisdictions codes of those that it may write for, with all below them; padded ones are understood
 */
public record Sender(Origin origin, Set<String> jurisdictions) {

    /** This sender as that of one line of a bulk body. */
    public Sender onLine(long line) {
        return new Sender(new Origin(origin.client(), origin.idempotencyKey(), line), jurisdictions);
    }

    boolean mayWriteFor(Jurisdiction jurisdiction, DivisionTree divisions) {
        return jurisdictions.stream()
                .map(divisions::find)
                .flatMap(Optional::stream)
                .anyMatch(allowed -> divisions.covers(allowed, jurisdiction));
    }
}
