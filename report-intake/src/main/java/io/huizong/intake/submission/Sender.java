package io.huizong.intake.submission;

import io.huizong.commons.security.JurisdictionClaim;
import io.huizong.contract.event.Origin;

/**
 * Who sends a submission, and how.
 *
 * @param origin as the event carries it; the client is the token's {@code sub}
 * @param jurisdictions those for which it may write
 */
public record Sender(Origin origin, JurisdictionClaim jurisdictions) {

    /** This sender as that of one line of a bulk body. */
    public Sender onLine(long line) {
        return new Sender(new Origin(origin.client(), origin.idempotencyKey(), line), jurisdictions);
    }
}
