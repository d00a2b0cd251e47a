package io.huizong.local.service;

import java.util.HashMap;
import java.util.Map;

import io.huizong.local.LocalIssuer;

/** The environment variables by which both services find their servers and trust an issuer. */
public final class ServiceSettings {

    private final Map<String, String> common = new HashMap<>();

    /**
     * Settings for those brokers.
     *
     * @param environment of this process; it may say how many copies the topics have instead
     */
    public ServiceSettings(String kafka, TopicCopies copies, LocalIssuer issuer, Map<String, String> environment) {
        common.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        common.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.publicKeyLocation());
        common.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.ISSUER);
        common.put("MP_JWT_VERIFY_AUDIENCES", LocalIssuer.AUDIENCE);
        copies.settings().forEach((name, count) -> common.put(name, environment.getOrDefault(name, count)));
    }

    public Map<String, String> ofIntake() {
        return new HashMap<>(common);
    }

    public Map<String, String> ofAggregation(String jdbcUrl, String user, String password) {
        Map<String, String> settings = new HashMap<>(common);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        settings.put("QUARKUS_DATASOURCE_USERNAME", user);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", password);
        return settings;
    }
}
