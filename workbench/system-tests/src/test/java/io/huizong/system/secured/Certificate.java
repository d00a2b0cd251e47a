package io.huizong.system.secured;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate for {@code localhost} that signs itself, made by the JDK's keytool.
 *
 * @param keys key and certificate, PKCS#12
 * @param trust the certificate alone, for those who trust it, PKCS#12
 * @param key the key, PEM
 * @param certificate the certificate, PEM
 */
record Certificate(Path keys, Path trust, Path key, Path certificate) {

    static final String PASSWORD = "changed-it";

    static Certificate make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Certificate made = new Certificate(
                folder.resolve("server.p12"),
                folder.resolve("trust.p12"),
                folder.resolve("server-key.pem"),
                folder.resolve("server.pem"));
        keytool(
                made.keys,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-ext",
                "bc:c=ca:true");
        keytool(made.keys, "-exportcert", "-rfc", "-alias", "server", "-file", made.certificate.toString());
        keytool(made.trust, "-importcert", "-noprompt", "-alias", "server", "-file", made.certificate.toString());
        Files.writeString(made.key, made.keyAsPem());
        return made;
    }

    private static void keytool(Path store, String... words) throws IOException, InterruptedException {
        List<String> line = new java.util.ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        line.addAll(List.of(words));
        line.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IOException(output);
        }
    }

    private String keyAsPem() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] key = store.getKey("server", PASSWORD.toCharArray()).getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                .formatted(Base64.getMimeEncoder().encodeToString(key));
    }
}
