package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.local.LocalServers;

/**
 * Where {@code HUIZONG_KAFKA} and {@code HUIZONG_JDBC_URL} name servers, the tests use those and no others. Everything here
 * goes to the named servers directly, past the code that decides which servers the tests use.
 */
@EnabledIf("serversAreNamed")
class OutsideServersIT {

    static boolean serversAreNamed() {
        return System.getenv("HUIZONG_KAFKA") != null || System.getenv("HUIZONG_JDBC_URL") != null;
    }

    private static final String REPORT = """
            {"jurisdiction": "65", "period": "2019", "figures": {"mediation.mediators": 1}}""";

    @RegisterExtension
    private static final RunningPair PAIR = RunningPair.shared();

    private final LocalServers servers = LocalServers.shared();

    @Test
    void the_log_is_in_the_named_cluster() throws Exception {
        String named = System.getenv("HUIZONG_KAFKA");
        assumeThat(named).as("HUIZONG_KAFKA").isNotNull();

        PAIR.applied(REPORT);

        try (Admin outside = Admin.create(Map.of("bootstrap.servers", named));
                Admin used = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
            assertThat(used.describeCluster().clusterId().get())
                    .isEqualTo(outside.describeCluster().clusterId().get());
            assertThat(outside.describeTopics(List.of(PAIR.stage().topic()))
                            .allTopicNames()
                            .get())
                    .containsKey(PAIR.stage().topic());
        }
        assertThat(servers.ownsKafka()).isFalse();
    }

    @Test
    void the_totals_are_in_the_named_database_server() throws SQLException {
        String named = System.getenv("HUIZONG_JDBC_URL");
        assumeThat(named).as("HUIZONG_JDBC_URL").isNotNull();

        PAIR.applied(REPORT);

        String user = System.getenv("HUIZONG_DB_USER");
        String password = System.getenv("HUIZONG_DB_PASSWORD");
        try (Connection outside = DriverManager.getConnection(named, user, password);
                Connection used = DriverManager.getConnection(
                        servers.jdbcUrl(PAIR.stage().schema()), servers.dbUser(), servers.dbPassword())) {
            assertThat(first(used, "select @@version")).isEqualTo(first(outside, "select @@version"));
            assertThat(first(used, "select concat(@@hostname, @@port)"))
                    .isEqualTo(first(outside, "select concat(@@hostname, @@port)"));
            assertThat(first(
                            outside,
                            "select count(*) from %s.rollup where jurisdiction in ('65', 'CN')"
                                    .formatted(PAIR.stage().schema())))
                    .isEqualTo("2");
        }
        assertThat(servers.ownsDatabase()).isFalse();
    }

    private static String first(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
