package io.huizong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;

/** Whoever holds the published key accepts this issuer's tokens while they last, and nobody else's. */
class LocalIssuerTest {

    private final LocalIssuer issuer = LocalIssuer.create();

    @Test
    void a_token_says_who_may_do_what_and_where() throws Exception {
        JwtClaims claims = accept(issuer.token("local-submitter", Set.of("submitter"), Set.of("CN")));

        assertThat(claims.getSubject()).isEqualTo("local-submitter");
        assertThat(claims.getStringClaimValue("upn")).isEqualTo("local-submitter");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("submitter");
        assertThat(claims.getStringListClaimValue("jurisdictions")).containsExactly("CN");
        assertThat(claims.getJwtId()).isNotBlank();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(30 * 24 * 3600);
    }

    @Test
    void an_expired_token_is_refused() {
        assertThatThrownBy(() -> accept(issuer.expiredToken("late", Set.of("viewer"), Set.of())))
                .isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        assertThatThrownBy(() -> accept(LocalIssuer.create().token("stranger", Set.of("viewer"), Set.of())))
                .isInstanceOf(InvalidJwtException.class);
    }

    private JwtClaims accept(String token) throws Exception {
        return new JwtConsumerBuilder()
                .setVerificationKey(publishedKey())
                .setExpectedIssuer(LocalIssuer.ISSUER)
                .setExpectedAudience(LocalIssuer.AUDIENCE)
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }

    private PublicKey publishedKey() throws Exception {
        String pem = Files.readString(Path.of(issuer.publicKeyLocation()));
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key));
    }
}
