package io.huizong.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The versions of the servers that the build chose.
 *
 * @param kafka such as 4.1.1
 * @param mariaDb such as 11.4.5
 */
public record Versions(String kafka, String mariaDb) {

    /** The versions of this build. */
    public static Versions current() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(properties.getProperty("kafka"), properties.getProperty("mariadb"));
    }
}
