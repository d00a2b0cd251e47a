package io.huizong.aggregation;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/**
 * Gives the test classes that share a service the real servers, with topics and a schema of their own, and an issuer of
 * tokens.
 */
public class LocalServersResource implements QuarkusTestResourceLifecycleManager {

    private final LocalServers servers = LocalServers.shared();
    private final LocalIssuer issuer = LocalIssuer.create();
    private final String name =
            "t" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final Map<String, String> settings = new HashMap<>();

    @Override
    public void init(Map<String, String> arguments) {
        settings.putAll(arguments);
    }

    @Override
    public Map<String, String> start() {
        settings.put("kafka.bootstrap.servers", servers.kafka());
        settings.put("huizong.topics.reports", "reports-" + name);
        settings.put("huizong.topics.rollup-changes", "rollup-changes-" + name);
        settings.put("huizong.topics.replication", "1");
        settings.put("huizong.topics.min-insync-replicas", "1");
        settings.put("mp.messaging.incoming.reports.group.id", name);
        settings.put("quarkus.datasource.jdbc.url", servers.jdbcUrl("huizong_" + name));
        settings.put("quarkus.datasource.username", servers.dbUser());
        settings.put("quarkus.datasource.password", servers.dbPassword());
        settings.put("mp.jwt.verify.publickey.location", issuer.publicKeyLocation());
        settings.put("mp.jwt.verify.issuer", LocalIssuer.ISSUER);
        // What is looked at every few seconds, so often that tests need not wait for it.
        settings.putIfAbsent("huizong.generations.check-interval", "1s");
        settings.putIfAbsent("huizong.offsets.check-interval", "1s");
        settings.putIfAbsent("huizong.metrics.refresh-interval", "1s");
        // So short and so few that a test sees the one and has one too many of the other.
        settings.put("huizong.feed.heartbeat-interval", "200ms");
        settings.put("huizong.feed.max-subscriptions", "3");
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(LocalIssuer.class));
    }

    @Override
    public void stop() {
        try (var connection = DriverManager.getConnection(
                        servers.jdbcUrl("huizong_" + name), servers.dbUser(), servers.dbPassword());
                var statement = connection.createStatement()) {
            statement.execute("drop database huizong_" + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
