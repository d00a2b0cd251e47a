package io.huizong.aggregation.security;

import java.util.Optional;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;

/** What the caller of a request may read. */
@RequestScoped
public class ReadAccess {

    private static final String JURISDICTIONS = "jurisdictions";

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
        if (identity.hasRole(Role.VIEWER)) {
            return;
        }
        Jurisdiction wanted = tree.get(jurisdiction).orElseThrow(ForbiddenException::new);
        boolean covered = token.<JsonArray>claim(JURISDICTIONS).stream()
                .flatMap(codes -> codes.getValuesAs(JsonString.class).stream())
                .map(JsonString::getString)
                .map(tree::find)
                .flatMap(Optional::stream)
                .anyMatch(above -> tree.covers(above, wanted));
        if (!covered) {
            throw new ForbiddenException();
        }
    }
}
