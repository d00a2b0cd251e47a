package io.huizong.commons.security;

import java.util.Collection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
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

    /** Lets SmallRye JWT verify a token and makes a {@link CallerToken} of it. */
    @Alternative
    @Priority(1)
    @ApplicationScoped
    static class Factory extends JWTCallerPrincipalFactory {

        private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
            return of(parser.parse(token, settings).getJwtClaims());
        }
    }
}
