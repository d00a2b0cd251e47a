package io.huizong.local.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.RunningServer;
import io.huizong.local.server.ServerHome;

/** At one address there is always the primary, and nobody else takes what is written. */
class DatabasePairTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final Map<DatabaseNode, RunningServer> running = new HashMap<>();
    private ClusterServers servers;
    private DatabasePair pair;

    @BeforeEach
    void start() throws IOException {
        servers = new ClusterServers(ClusterPorts.free(), this::home, folder, said -> {});
        pair = servers.databases();
        for (DatabaseNode node : pair.nodes()) {
            running.put(node, new RunningServer(node.server()).start());
            pair.returned(node);
        }
    }

    private ServerHome home(String name) {
        return new ServerHome(folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    @AfterEach
    void stop() throws IOException {
        servers.close();
        running.values().forEach(RunningServer::close);
    }

    @Test
    void a_replica_that_lagged_takes_the_place_of_the_primary_which_comes_back_as_its_replica() throws Exception {
        DatabaseNode first = pair.primary();
        DatabaseNode second = pair.replica();
        try (Connection open = connection(servers.jdbcUrl("kept"))) {
            execute(open, "CREATE TABLE place (name VARCHAR(20) PRIMARY KEY)", "INSERT INTO place VALUES ('seen')");
            awaitPlaces(second, "seen");
            second.lag();
            execute(open, "INSERT INTO place VALUES ('not seen')");

            lose(first);

            assertThat(pair.primary()).isEqualTo(second);
            assertThatThrownBy(() -> execute(open, "SELECT 1")).isInstanceOf(SQLException.class);
        }
        try (Connection connection = connection(servers.jdbcUrl("kept"))) {
            assertThat(places(connection)).containsExactly("seen");
            execute(connection, "INSERT INTO place VALUES ('after')");
        }

        running.get(first).start();
        assertReadOnly(first);
        assertThat(pair.hasReplica()).isFalse();
        pair.returned(first);

        assertThat(pair.hasReplica()).isTrue();
        assertReadOnly(first);
        awaitPlaces(first, "after", "seen");
        lose(second);
        assertThat(pair.primary()).isEqualTo(first);
        try (Connection connection = connection(servers.jdbcUrl("kept"))) {
            execute(connection, "INSERT INTO place VALUES ('again')");
            assertThat(places(connection)).containsExactly("after", "again", "seen");
        }
    }

    @Test
    void a_primary_without_a_replica_stays_the_primary() throws Exception {
        DatabaseNode primary = pair.primary();
        lose(pair.replica());
        lose(primary);
        assertThatThrownBy(() -> connection(servers.jdbcUrl("kept"))).isInstanceOf(SQLException.class);

        running.get(primary).start();
        pair.returned(primary);

        assertThat(pair.primary()).isEqualTo(primary);
        connection(servers.jdbcUrl("kept")).close();
    }

    private void lose(DatabaseNode node) throws IOException {
        running.get(node).kill();
        pair.lost(node);
    }

    private void assertReadOnly(DatabaseNode node) throws SQLException {
        try (Connection connection = connection(node.jdbcUrl("kept"))) {
            assertThatThrownBy(() -> execute(connection, "INSERT INTO place VALUES ('astray')"))
                    .hasMessageContaining("read-only");
        }
    }

    private void awaitPlaces(DatabaseNode replica, String... names) {
        await("the replica").atMost(TIMEOUT).ignoreExceptions().untilAsserted(() -> {
            try (Connection connection = connection(replica.jdbcUrl("kept"))) {
                assertThat(places(connection)).containsExactly(names);
            }
        });
    }

    private static Connection connection(String url) throws SQLException {
        return DriverManager.getConnection(url, MariaDbServer.USER, MariaDbServer.PASSWORD);
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> places(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name FROM place ORDER BY name")) {
            List<String> places = new ArrayList<>();
            while (row.next()) {
                places.add(row.getString(1));
            }
            return places;
        }
    }
}
