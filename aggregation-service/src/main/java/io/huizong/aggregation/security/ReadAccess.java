package io.huizong.aggregation.security;

import jakarta.enterprise.context.RequestScoped;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.huizong.commons.security.CallerToken;
import io.huizong.commons.security.Role;
import io.huizong.contract.division.DivisionTree;

/** What the caller of a request may read. */
@RequestScoped
public class ReadAccess {

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final DivisionTree tree;

    ReadAccess(SecurityIdentity identity, JsonWebToken token, DivisionTree tree) {
        this.identity = identity;
        this.token = token;
        this.tree = tree;
    }

    /**
     * Lets viewers pass, and submitters who may write for that jurisdiction.
     *
     * @throws ForbiddenException for anyone else
     */
    public void checkReports(String jurisdiction) {
        if (!identity.hasRole(Role.VIEWER) && !covers(jurisdiction)) {
            throw new ForbiddenException();
        }
    }

    /** The caller as a client: the {@code sub} claim of its token. */
    public String client() {
        return token.getSubject();
    }

    /**
     * Lets viewers pass, and the client itself.
     *
     * @throws ForbiddenException for anyone else
     */
    public void checkClient(String client) {
        if (!identity.hasRole(Role.VIEWER) && !client.equals(client())) {
            throw new ForbiddenException();
        }
    }

    /**
     * Lets viewers pass, whoever submitted it, and submitters who may write for its jurisdiction. An unreadable one,
     * of which only its offset is known, is shown to all who know its id.
     *
     * @param client who submitted it; null if it cannot be read
     * @param jurisdiction code of its jurisdiction
     * @throws ForbiddenException for anyone else
     */
    public void checkSubmission(String client, String jurisdiction) {
        if (client != null && !client.equals(client())) {
            checkReports(jurisdiction);
        }
    }

    private boolean covers(String jurisdiction) {
        return identity.getPrincipal() instanceof CallerToken token
                && tree.get(jurisdiction)
                        .filter(wanted -> token.jurisdictions().covers(wanted, tree))
                        .isPresent();
    }
}
