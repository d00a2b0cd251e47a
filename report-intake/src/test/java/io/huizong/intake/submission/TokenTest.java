package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.function.Consumer;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalIssuer;

/** Only a token that our issuer signed for us, still good and of the group submitter, opens the door. */
@QuarkusTest
@WithTestResource(value = LocalServersResource.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class TokenTest {

    private static final Set<String> SUBMITTER = Set.of("submitter");
    private static final Set<String> ALL = Set.of("CN");

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;
    LogReader log;
    private Intake intake;

    @BeforeEach
    void connect() {
        intake = new Intake(address);
    }

    @AfterEach
    void nothing_is_published() {
        assertThat(log.records()).isEmpty();
    }

    @Test
    void no_token_opens_nothing() {
        HttpResponse<String> response = submitted(null);

        assertRefused(response, 401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void a_token_of_the_wrong_group_does_not_do() {
        assertRefused(submitted(issuer.token("c", Set.of("viewer", "admin"), ALL)), 403);
    }

    @Test
    void a_token_without_jurisdictions_may_write_for_none() {
        assertRefused(submitted(issuer.token("c", SUBMITTER, Set.of())), 403);
    }

    @Test
    void an_expired_token_does_not_do() {
        assertRefused(submitted(issuer.expiredToken("c", SUBMITTER, ALL)), 401);
    }

    @Test
    void a_token_of_another_issuer_does_not_do() {
        assertRefused(submitted(spoiled(claims -> claims.setIssuer("https://elsewhere"))), 401);
    }

    @Test
    void a_token_for_another_audience_does_not_do() {
        assertRefused(submitted(spoiled(claims -> claims.setAudience("elsewhere"))), 401);
    }

    @Test
    void a_token_without_an_audience_does_not_do() {
        assertRefused(submitted(spoiled(claims -> claims.unsetClaim("aud"))), 401);
    }

    @Test
    void a_token_without_a_subject_does_not_do() {
        assertRefused(submitted(spoiled(claims -> claims.unsetClaim("sub"))), 401);
    }

    @Test
    void a_token_without_an_end_does_not_do() {
        assertRefused(submitted(spoiled(claims -> claims.unsetClaim("exp"))), 401);
    }

    @Test
    void a_token_of_another_key_does_not_do() {
        assertRefused(submitted(LocalIssuer.create().token("c", SUBMITTER, ALL)), 401);
    }

    @Test
    void a_token_that_nobody_signed_does_not_do() {
        String[] parts = issuer.token("c", SUBMITTER, ALL).split("\\.");

        assertRefused(submitted(encoded("{\"alg\":\"none\"}") + "." + parts[1] + "."), 401);
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_secret_does_not_do() throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setPayload(issuer.claims("c", SUBMITTER, ALL).toJson());
        signature.setKey(new HmacKey(issuer.publicKeyPem().getBytes(StandardCharsets.UTF_8)));

        assertRefused(submitted(signature.getCompactSerialization()), 401);
    }

    @Test
    void what_is_no_token_does_not_do() {
        assertRefused(submitted("letmein"), 401);
    }

    private String spoiled(Consumer<JwtClaims> spoil) {
        JwtClaims claims = issuer.claims("c", SUBMITTER, ALL);
        spoil.accept(claims);
        return issuer.sign(claims);
    }

    private HttpResponse<String> submitted(String token) {
        return intake.submit("{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {}}", token);
    }

    private static void assertRefused(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).isEqualTo(status);
        Problem.of(response);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
