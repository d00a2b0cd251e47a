package io.huizong.local.server;

import java.util.Map;
import java.util.Optional;

/**
 * The servers that the environment names and that are used instead of starting some.
 *
 * @param kafka bootstrap servers
 */
public record OutsideServers(Optional<String> kafka, Optional<OutsideDatabase> database) {

    /** @throws IllegalArgumentException with a sentence for the user, if the settings do not go together */
    public static OutsideServers from(Map<String, String> environment) {
        return new OutsideServers(
                setting(environment, "HUIZONG_KAFKA"),
                setting(environment, "HUIZONG_JDBC_URL").map(url -> database(url, environment)));
    }

    /** Whether none is named. */
    public boolean isEmpty() {
        return kafka.isEmpty() && database.isEmpty();
    }

    private static OutsideDatabase database(String url, Map<String, String> environment) {
        String user = setting(environment, "HUIZONG_DB_USER")
                .orElseThrow(() -> new IllegalArgumentException(
                        "HUIZONG_JDBC_URL is set, HUIZONG_DB_USER is not; both are needed to use a database server."));
        return OutsideDatabase.at(url, user, environment.getOrDefault("HUIZONG_DB_PASSWORD", ""));
    }

    private static Optional<String> setting(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
