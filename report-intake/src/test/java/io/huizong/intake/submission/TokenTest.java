package io.huizong.intake.submission;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalIssuer;

/**
 * Only a token that our issuer signed for us, still good and of the group submitter, opens the door, and only to the
 * jurisdictions that it names. Whoever is refused learns no more than that.
 */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class TokenTest {

    private static final Set<String> SUBMITTER = Set.of("submitter");
    private static final Set<String> ALL = Set.of("CN");
    private static final String REPORT = "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {}}";
    private static final List<String> PATHS = List.of("/reports", "/reports/validations");

    LocalIssuer issuer;
    PublishedRecords log;
    Intake intake;

    @AfterEach
    void nothing_is_published() {
        assertThat(log.records()).isEmpty();
    }

    private Map<String, String> tokensThatAreNone() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("missing", null);
        tokens.put("no token", "letmein");
        tokens.put("empty", "");
        tokens.put("expired", issuer.expiredToken("c", SUBMITTER, ALL));
        tokens.put("not yet valid", token(claims -> claims.setNotBefore(inAnHour())));
        tokens.put("without an end", token(claims -> claims.unsetClaim("exp")));
        tokens.put("of another issuer", token(claims -> claims.setIssuer("https://elsewhere")));
        tokens.put("of no issuer", token(claims -> claims.unsetClaim("iss")));
        tokens.put("for another audience", token(claims -> claims.setAudience("elsewhere")));
        tokens.put("for no audience", token(claims -> claims.unsetClaim("aud")));
        tokens.put("without a subject", token(claims -> claims.unsetClaim("sub")));
        tokens.put("signed with another key", LocalIssuer.create().token("c", SUBMITTER, ALL));
        tokens.put("signed by nobody", unsigned("none"));
        tokens.put("signed by nobody, in capitals", unsigned("NONE"));
        tokens.put("signed with the public key as a secret", signedWithPublicKey());
        tokens.put("with another signature", issuer.token("c", SUBMITTER, ALL) + "A");
        tokens.put("with other claims", withClaimsOf("d"));
        return tokens;
    }

    @Test
    void what_is_no_good_token_is_refused_in_the_same_words_whatever_is_wrong_with_it() {
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        tokensThatAreNone()
                .forEach((name, token) ->
                        PATHS.forEach(path -> answers.put(name + " at " + path, submitted(path, token, REPORT))));

        assertThat(answers).allSatisfy((name, answer) -> {
            assertThat(answer.statusCode()).as(name).isEqualTo(401);
            assertThat(answer.headers().allValues("WWW-Authenticate")).as(name).containsExactly("Bearer");
        });
        assertThat(answers.values().stream().map(HttpResponse::body).collect(toSet()))
                .containsExactly(
                        "{\"type\":\"urn:huizong:problem:unauthenticated\",\"title\":\"No valid token\","
                                + "\"status\":401,\"detail\":\"Expected a valid token in the header Authorization: Bearer …\"}");
    }

    @Test
    void a_token_of_no_or_of_another_group_permits_nothing() {
        for (Set<String> groups : List.of(Set.<String>of(), Set.of("viewer", "admin"), Set.of("Submitter"))) {
            String token = issuer.token("c", groups, ALL);
            for (String path : PATHS) {
                assertForbidden(submitted(path, token, REPORT), "forbidden");
            }
            assertForbidden(intake.withdraw("530181/2021", token), "forbidden");
        }
        assertForbidden(submitted("/reports", token(claims -> claims.unsetClaim("groups")), REPORT), "forbidden");
    }

    /** Whoever may not write for a jurisdiction is not told either which rules a report of it breaks. */
    @Test
    void a_token_permits_only_the_jurisdictions_that_it_names_and_those_below() {
        String broken = REPORT.replace("{}", "{\"petitions.visits\": -1}");
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("without the claim", issuer.token("c", SUBMITTER, Set.of()));
        tokens.put("of a neighbour", issuer.token("c", SUBMITTER, Set.of("530182", "5302", "11")));
        tokens.put("of one below", issuer.token("c", SUBMITTER, Set.of("530181009")));
        tokens.put("of a summary heading", issuer.token("c", SUBMITTER, Set.of("1101", "530100000001")));
        tokens.put("of the first digits", issuer.token("c", SUBMITTER, Set.of("5", "53018")));
        tokens.put("a text", token(claims -> claims.setStringClaim("jurisdictions", "CN")));
        tokens.put("an object", token(claims -> claims.setClaim("jurisdictions", Map.of("code", "CN"))));
        tokens.put("numbers", token(claims -> claims.setClaim("jurisdictions", List.of(11, true))));
        tokens.put("nothing", token(claims -> claims.setClaim("jurisdictions", null)));
        tokens.put("an empty list", token(claims -> claims.setStringListClaim("jurisdictions", List.of())));

        tokens.forEach((name, token) -> {
            for (String path : PATHS) {
                assertForbidden(submitted(path, token, REPORT), "outside-jurisdictions");
                assertForbidden(submitted(path, token, broken), "outside-jurisdictions");
            }
            assertForbidden(intake.withdraw("530181/2021", token), "outside-jurisdictions");
            assertForbidden(intake.withdraw("530181/2021-13", token), "outside-jurisdictions");
        });
    }

    @Test
    void a_subject_that_could_not_be_kept_is_refused() {
        for (String subject : List.of("x".repeat(256), "𠮷".repeat(256), "", " ")) {
            String token = issuer.token(subject, SUBMITTER, ALL);
            for (String path : PATHS) {
                HttpResponse<String> response = submitted(path, token, REPORT);
                assertThat(response.statusCode()).isIn(401, 403);
            }
        }
        String tooLong = issuer.token("x".repeat(256), SUBMITTER, ALL);
        for (String type : List.of("application/json", "application/x-ndjson", "text/csv")) {
            HttpResponse<String> response = intake.send("/reports", request -> Intake.bearing(tooLong, request)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(REPORT)));
            assertForbidden(response, "invalid-subject");
        }
        assertForbidden(intake.withdraw("530181/2021", tooLong), "invalid-subject");
        assertThat(submitted("/reports/validations", issuer.token("𠮷".repeat(255), SUBMITTER, ALL), REPORT)
                        .statusCode())
                .isEqualTo(200);
    }

    private String token(Consumer<JwtClaims> spoil) {
        JwtClaims claims = issuer.claims("c", SUBMITTER, ALL);
        spoil.accept(claims);
        return issuer.sign(claims);
    }

    private static NumericDate inAnHour() {
        return NumericDate.fromMilliseconds(
                Instant.now().plus(Duration.ofHours(1)).toEpochMilli());
    }

    private String unsigned(String algorithm) {
        return encoded("{\"alg\":\"" + algorithm + "\"}") + "."
                + issuer.token("c", SUBMITTER, ALL).split("\\.")[1] + ".";
    }

    private String withClaimsOf(String other) {
        String[] parts = issuer.token("c", SUBMITTER, Set.of("11")).split("\\.");
        return parts[0] + "." + issuer.token(other, SUBMITTER, ALL).split("\\.")[1] + "." + parts[2];
    }

    private String signedWithPublicKey() {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            signature.setPayload(issuer.claims("c", SUBMITTER, ALL).toJson());
            signature.setKey(new HmacKey(issuer.publicKeyPem().getBytes(StandardCharsets.UTF_8)));
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> submitted(String path, String token, String report) {
        return intake.post(path, report, token);
    }

    private static void assertForbidden(HttpResponse<String> response, String type) {
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(Problem.of(response).get("type").textValue()).isEqualTo("urn:huizong:problem:" + type);
        assertThat(response.body()).doesNotContain("figure.negative", "period.malformed", "errors");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
