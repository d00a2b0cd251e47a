package io.huizong.local;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.huizong.local.server.DatabaseClients;
import io.huizong.local.server.Ports;
import io.huizong.local.service.PackagedService;
import io.huizong.local.service.ServiceProcess;
import io.huizong.local.service.ServiceSettings;

/** Servers for tests and benchmarks, with topics, a consumer group and a schema of their own, and services that use them. */
public final class Stage implements AutoCloseable {

    /** The module of the intake. */
    public static final String INTAKE = "report-intake";

    /** The module of the aggregation service. */
    public static final String AGGREGATION = "aggregation-service";

    /** JVM options for a service that seldom lives long enough to gain from the second compiler. */
    public static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    // Modules of the workbench run in their own folder.
    private static final Path CHECKOUT = Path.of("../..");

    private final Servers servers;
    private final LocalIssuer issuer = LocalIssuer.create();
    private final String name =
            "c" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    /** On the servers that the tests of this JVM share. */
    public Stage() {
        this(LocalServers.shared());
    }

    /** On those servers. */
    public Stage(Servers servers) {
        this.servers = servers;
    }

    public Servers servers() {
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
    private Path log(String process) {
        return Path.of("target", "logs", name, process + ".log").toAbsolutePath();
    }

    /** The topic of changed rollups. */
    public String changes() {
        return "rollup-changes-" + name;
    }

    /** A token of someone who may submit for the whole country. */
    public String submitter() {
        return token("submitter", Set.of("submitter"), Set.of("CN"));
    }

    /** A token of someone who may do everything but submit. */
    public String admin() {
        return token("admin", Set.of("admin", "viewer"), Set.of());
    }

    /** A token of that subject in those groups, for the jurisdictions. */
    public String token(String subject, Set<String> groups, Set<String> jurisdictions) {
        return issuer.token(subject, groups, jurisdictions);
    }

    /**
     * A service at a free port, not started yet.
     *
     * @param module the folder of its Maven module in the checkout
     * @param options of its virtual machine
     * @param more environment variables besides those of the stage
     */
    public ServiceProcess service(String module, List<String> options, Map<String, String> more) {
        int port = Ports.free();
        Map<String, String> environment = settings(module.equals(AGGREGATION));
        environment.putAll(more);
        Path folder = CHECKOUT.resolve(module);
        return new ServiceProcess(
                new PackagedService(folder, port, options, environment, log(folder.getFileName() + "-" + port)));
    }

    private Map<String, String> settings(boolean withDatabase) {
        ServiceSettings settings = new ServiceSettings(servers.kafka(), servers.copies(), issuer, System.getenv());
        Map<String, String> environment = withDatabase
                ? settings.ofAggregation(jdbcUrl(), servers.dbUser(), servers.dbPassword())
                : settings.ofIntake();
        environment.put("HUIZONG_TOPICS_REPORTS", topic());
        if (withDatabase) {
            environment.put("HUIZONG_TOPICS_ROLLUP_CHANGES", changes());
            environment.put("MP_MESSAGING_INCOMING_REPORTS_GROUP_ID", name);
        }
        return environment;
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
