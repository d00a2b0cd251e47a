package io.huizong.local.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.huizong.local.server.DatabaseClients;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.Server;
import io.huizong.local.server.ServerHome;

/**
 * A database server that can be a primary or its replica. It starts read-only: only its promotion lets the service write, so
 * a primary that comes back after another was promoted accepts nothing.
 */
public final class DatabaseNode {

    private static final String OPERATOR = "root";
    private static final String NO_PASSWORD = "";
    private static final String REPLICATION = "replication";

    // ALL has the right to write to a server that is read-only, which is the operator's alone.
    private static final List<String> GRANTS = List.of(
            "REVOKE READ_ONLY ADMIN, SUPER ON *.* FROM '%s'@'%%'".formatted(MariaDbServer.USER),
            "CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%1$s'".formatted(REPLICATION),
            "GRANT REPLICATION SLAVE ON *.* TO '%s'@'%%'".formatted(REPLICATION));

    private final String name;
    private final MariaDbServer server;
    private final DatabaseClients operator;
    private final int port;

    /** @param number of the node, from 1 on */
    DatabaseNode(int number, ServerHome home, int port) {
        this.name = "database-" + number;
        this.port = port;
        this.server = new MariaDbServer(home, port, settings(number), GRANTS);
        try {
            this.operator = DatabaseClients.of(server.jdbcUrl(""), OPERATOR, NO_PASSWORD, home.log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(int number) {
        return Map.of(
                "server-id", Integer.toString(number),
                "read-only", "ON",
                "log-bin", "binlog",
                "log-slave-updates", "ON",
                "binlog-format", "ROW",
                "binlog-row-image", "MINIMAL",
                "gtid-strict-mode", "ON",
                "relay-log", "relay",
                "binlog-expire-logs-seconds", "86400");
    }

    /** What it is called in logs and messages. */
    public String name() {
        return name;
    }

    /** What runs the node. */
    public Server server() {
        return server;
    }

    /** A database of this node itself, primary or not. */
    public String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port, database);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Lets the service write. What the primary before it did and this node does not have yet is lost. */
    void promote() throws IOException {
        operator.run("STOP REPLICA; RESET REPLICA ALL; SET GLOBAL read_only = OFF");
    }

    /** Throws away what this node holds and makes it a replica of the primary. Others go on with the primary. */
    void follow(DatabaseNode primary) throws IOException {
        operator.run("SET GLOBAL read_only = ON; STOP REPLICA; RESET REPLICA ALL; SET sql_log_bin = 0; "
                + databases().stream().map("DROP DATABASE `%s`; "::formatted).reduce("", String::concat)
                + "RESET MASTER; SET GLOBAL gtid_slave_pos = ''");
        String position = primary.operator.run("SELECT @@gtid_binlog_pos");
        List<String> databases = primary.databases();
        if (databases.isEmpty()) {
            operator.run("SET GLOBAL gtid_slave_pos = '%s'".formatted(position));
        } else {
            primary.operator.copyTo(operator, databases);
        }
        operator.run("""
                CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = %1$d, MASTER_USER = '%2$s',
                  MASTER_PASSWORD = '%2$s', MASTER_SSL = 0, MASTER_CONNECT_RETRY = 1, MASTER_USE_GTID = slave_pos;
                START REPLICA""".formatted(primary.port, REPLICATION));
    }

    /** Whether the node is a replica of the primary and no error has stopped it. */
    boolean follows(DatabaseNode primary) throws IOException {
        String status = operator.rows("SHOW REPLICA STATUS");
        return shows(status, "Master_Port", primary.port)
                && shows(status, "Last_IO_Errno", 0)
                && shows(status, "Last_SQL_Errno", 0);
    }

    private static boolean shows(String status, String name, int value) {
        return Pattern.compile("^ *%s: %d$".formatted(name, value), Pattern.MULTILINE)
                .matcher(status)
                .find();
    }

    private List<String> databases() throws IOException {
        return operator.run("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN"
                        + " ('mysql', 'information_schema', 'performance_schema', 'sys')")
                .lines()
                .toList();
    }

    /** As a replica, lags from now on: it receives what the primary does and does not apply it. */
    public void lag() throws IOException {
        operator.run("STOP REPLICA SQL_THREAD");
    }

    @Override
    public String toString() {
        return name;
    }
}
