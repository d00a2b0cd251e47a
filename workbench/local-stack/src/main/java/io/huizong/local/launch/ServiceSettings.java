package io.huizong.local.launch;

import java.util.HashMap;
import java.util.Map;

import io.huizong.local.LocalIssuer;

/** The environment variables of both services. */
final class ServiceSettings {

    private final Map<String, String> ours;
    private final LocalIssuer issuer;
    private final Endpoints endpoints;

    /** @param ours the environment of this process, which the services inherit */
    ServiceSettings(Map<String, String> ours, LocalIssuer issuer, Endpoints endpoints) {
        this.ours = ours;
        this.issuer = issuer;
        this.endpoints = endpoints;
    }

    Map<String, String> ofIntake(int port) {
        Map<String, String> settings = common(port);
        settings.put("HUIZONG_AGGREGATION_URL", endpoints.aggregation());
        return settings;
    }

    Map<String, String> ofAggregation(int port) {
        Map<String, String> settings = common(port);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", endpoints.jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", endpoints.dbUser());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", endpoints.dbPassword());
        return settings;
    }

    private Map<String, String> common(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Its reader is a person.
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", endpoints.kafka());
        settings.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.publicKeyLocation());
        settings.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.ISSUER);
        settings.put("MP_JWT_VERIFY_AUDIENCES", LocalIssuer.AUDIENCE);
        // One broker cannot hold three copies; a user with a cluster of three may say so.
        settings.put("HUIZONG_TOPICS_REPLICATION", ours.getOrDefault("HUIZONG_TOPICS_REPLICATION", "1"));
        settings.put(
                "HUIZONG_TOPICS_MIN_INSYNC_REPLICAS", ours.getOrDefault("HUIZONG_TOPICS_MIN_INSYNC_REPLICAS", "1"));
        return settings;
    }
}
