package io.huizong.commons.security;

import java.util.Collection;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.jose4j.jwt.JwtClaims;

/**
 * A verified token. Its claim {@code jurisdictions} is read once: SmallRye JWT throws and catches an exception each time that it is
 * asked for a claim that no standard names.
 */
public final class CallerToken extends DefaultJWTCallerPrincipal {

    private final JurisdictionClaim jurisdictions;

    private CallerToken(JwtClaims claims, JurisdictionClaim jurisdictions) {
        super(claims);
        this.jurisdictions = jurisdictions;
    }

    static CallerToken of(JwtClaims claims) {
        // Before the constructor, which wraps the values of claims.
        JurisdictionClaim jurisdictions = claims.getClaimValue("jurisdictions") instanceof Collection<?> codes
                ? JurisdictionClaim.of(codes)
                : JurisdictionClaim.NONE;
        return new CallerToken(claims, jurisdictions);
    }

    /** The jurisdictions that it names; none if it has no list of them. */
    public JurisdictionClaim jurisdictions() {
        return jurisdictions;
    }
}
