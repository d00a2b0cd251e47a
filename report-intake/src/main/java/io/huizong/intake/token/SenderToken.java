package io.huizong.intake.token;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import org.jose4j.jwt.JwtClaims;

/**
 * A token that was checked. The claim of our own is read once and for all: asked for a claim of no standard, SmallRye JWT
 * throws an exception and catches it, which takes its time at the bottom of a deep stack.
 */
public final class SenderToken extends DefaultJWTCallerPrincipal {

    private final Set<String> jurisdictions;

    private SenderToken(JwtClaims claims, Set<String> jurisdictions) {
        super(claims);
        this.jurisdictions = jurisdictions;
    }

    static SenderToken of(JwtClaims claims) {
        // Before the constructor, which wraps the values of claims.
        Set<String> jurisdictions = claims.getClaimValue("jurisdictions") instanceof Collection<?> codes
                ? codes.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new SenderToken(claims, jurisdictions);
    }

    /** Codes of the jurisdictions that its sender may write for, as the token has them; none if it has no list of them. */
    public Set<String> jurisdictions() {
        return jurisdictions;
    }
}
