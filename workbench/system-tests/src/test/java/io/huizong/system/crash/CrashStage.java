package io.huizong.system.crash;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/** What the instances share: servers, and on them topics, a group and a schema of their own. */
final class CrashStage {

    private final LocalServers servers = LocalServers.shared();
    private final LocalIssuer issuer = LocalIssuer.create();
    private final String name =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    LocalServers servers() {
        return servers;
    }

    String topic() {
        return "reports-" + name;
    }

    String jdbcUrl() {
        return servers.jdbcUrl("huizong_" + name);
    }

    Path log(String process) {
        return Path.of("target", "logs", name, process + ".log").toAbsolutePath();
    }

    String viewer() {
        return issuer.token("viewer", Set.of("viewer"), Set.of());
    }

    /** The settings of an instance. */
    Map<String, String> settings(int port, String jdbcUrl) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("kafka.bootstrap.servers", servers.kafka());
        settings.put("huizong.topics.reports", topic());
        settings.put("huizong.topics.dead-letters", "reports-dead-letter-" + name);
        settings.put("huizong.topics.rollup-changes", "rollup-changes-" + name);
        settings.put("huizong.topics.replication", "1");
        settings.put("huizong.topics.min-insync-replicas", "1");
        settings.put("mp.messaging.incoming.reports.group.id", name);
        // As soon as the broker allows, others take over from a dead instance.
        settings.put("mp.messaging.incoming.reports.session.timeout.ms", "6000");
        settings.put("mp.messaging.incoming.reports.heartbeat.interval.ms", "1500");
        // Many transactions, hence many moments to die in.
        settings.put("mp.messaging.incoming.reports.max.poll.records", "20");
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl);
        settings.put("quarkus.datasource.username", servers.dbUser());
        settings.put("quarkus.datasource.password", servers.dbPassword());
        settings.put("mp.jwt.verify.publickey.location", issuer.publicKeyLocation());
        settings.put("mp.jwt.verify.issuer", LocalIssuer.ISSUER);
        return settings;
    }

    /** A connection past all proxies. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), servers.dbUser(), servers.dbPassword());
    }

    void dropDatabase() throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("drop database huizong_" + name);
        }
    }
}
