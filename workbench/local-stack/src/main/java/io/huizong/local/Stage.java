package io.huizong.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.huizong.local.server.DatabaseClients;

/** What instances of our services share: servers, and on them topics, a group and a schema of their own. */
public final class Stage implements AutoCloseable {

    private final LocalServers servers = LocalServers.shared();
    private final LocalIssuer issuer = LocalIssuer.create();
    private final String name =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    public LocalServers servers() {
        return servers;
    }

    public String topic() {
        return "reports-" + name;
    }

    /** The schema of the instances. */
    public String schema() {
        return "huizong_" + name;
    }

    /** Makes the topic, for an intake without an aggregation service, which would make it. */
    public void makeTopic() {
        ReportsTopic.make(servers.kafka(), topic());
    }

    public String jdbcUrl() {
        return servers.jdbcUrl(schema());
    }

    /** Where a process of that name logs to, below the folder {@code target} of the module that runs. */
    public Path log(String process) {
        return Path.of("target", "logs", name, process + ".log").toAbsolutePath();
    }

    /** The topic of changed rollups. */
    public String changes() {
        return "rollup-changes-" + name;
    }

    /** A token of someone who may submit for the whole country. */
    public String submitter() {
        return issuer.token("submitter", Set.of("submitter"), Set.of("CN"));
    }

    /** A token of someone who may do everything but submit. */
    public String admin() {
        return issuer.token("admin", Set.of("admin", "viewer"), Set.of());
    }

    /** The settings of an intake at that port, as system properties. */
    public Map<String, String> intake(int port) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("kafka.bootstrap.servers", servers.kafka());
        settings.put("huizong.topics.reports", topic());
        settings.put("huizong.topics.replication", "1");
        settings.put("huizong.topics.min-insync-replicas", "1");
        settings.put("mp.jwt.verify.publickey.location", issuer.publicKeyLocation());
        settings.put("mp.jwt.verify.issuer", LocalIssuer.ISSUER);
        return settings;
    }

    /** The settings of an aggregation service at that port, as system properties. */
    public Map<String, String> aggregation(int port) {
        Map<String, String> settings = intake(port);
        settings.put("huizong.topics.rollup-changes", changes());
        settings.put("mp.messaging.incoming.reports.group.id", name);
        settings.put("quarkus.datasource.jdbc.url", jdbcUrl());
        settings.put("quarkus.datasource.username", servers.dbUser());
        settings.put("quarkus.datasource.password", servers.dbPassword());
        return settings;
    }

    /** A connection to the database of the instances. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), servers.dbUser(), servers.dbPassword());
    }

    /** Programs that dump and load databases of the server. */
    public DatabaseClients databaseClients() throws IOException {
        return DatabaseClients.of(jdbcUrl(), servers.dbUser(), servers.dbPassword(), log("database-clients"));
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("drop database " + schema());
        }
    }
}
