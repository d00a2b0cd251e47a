package io.huizong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An issuer of RS256 tokens with a key pair of its own, of which only the public half is ever written. */
public final class LocalIssuer {

    /** The value for {@code mp.jwt.verify.issuer}. */
    public static final String ISSUER = "https://huizong.local";

    /** The value for {@code mp.jwt.verify.audiences}. */
    public static final String AUDIENCE = "huizong";

    private static final Duration VALIDITY = Duration.ofDays(30);

    private final KeyPair keys;
    private final Path publicKey;

    private LocalIssuer(KeyPair keys, Path publicKey) {
        this.keys = keys;
        this.publicKey = publicKey;
    }

    /** A new issuer, its public key in a temporary file that goes with the JVM. */
    public static LocalIssuer create() {
        try {
            Path file = Files.createTempFile("huizong-issuer-", ".pem");
            file.toFile().deleteOnExit();
            return create(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new issuer, its public key written to the file as PEM. */
    public static LocalIssuer create(Path publicKey) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            LocalIssuer issuer = new LocalIssuer(generator.generateKeyPair(), publicKey);
            Files.writeString(publicKey, issuer.publicKeyPem());
            return issuer;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has RSA, this one says it has not.", e);
        }
    }

    /** The value for {@code mp.jwt.verify.publickey.location}; a path, as SmallRye JWT does not decode file URLs. */
    public String publicKeyLocation() {
        return publicKey.toAbsolutePath().toString();
    }

    public String publicKeyPem() {
        String base64 = Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64.replace("\r", "") + "\n-----END PUBLIC KEY-----\n";
    }

    /** A token that is good for 30 days; an empty set of jurisdictions leaves the claim out. */
    public String token(String subject, Set<String> groups, Set<String> jurisdictions) {
        return sign(claims(subject, groups, jurisdictions));
    }

    /** A token that was good until an hour ago. */
    public String expiredToken(String subject, Set<String> groups, Set<String> jurisdictions) {
        JwtClaims claims = claims(subject, groups, jurisdictions);
        claims.setExpirationTimeMinutesInTheFuture(-60);
        return sign(claims);
    }

    /** The claims of {@link #token}, for a test to spoil before it calls {@link #sign}. */
    public JwtClaims claims(String subject, Set<String> groups, Set<String> jurisdictions) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringClaim("upn", subject);
        claims.setStringListClaim("groups", List.copyOf(groups));
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(VALIDITY.toMinutes());
        claims.setGeneratedJwtId();
        if (!jurisdictions.isEmpty()) {
            claims.setStringListClaim("jurisdictions", List.copyOf(jurisdictions));
        }
        return claims;
    }

    /** Signs whatever the claims say. */
    public String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setPayload(claims.toJson());
        signature.setKey(keys.getPrivate());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("The claims could not be signed.", e);
        }
    }
}
