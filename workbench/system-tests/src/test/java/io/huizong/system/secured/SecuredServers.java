package io.huizong.system.secured;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

import io.huizong.local.server.KafkaBroker;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.Ports;
import io.huizong.local.server.RunningServer;
import io.huizong.local.server.Server;
import io.huizong.local.server.ServerHome;

/** A broker that wants TLS and SCRAM, and a database that wants TLS and a password, both by the name {@code localhost}. */
final class SecuredServers implements AutoCloseable {

    static final String USER = "huizong";
    static final String PASSWORD = "kept-in-a-file";

    private final Path folder;
    private final Certificate certificate;
    private final int kafkaPort = Ports.free();
    private final int databasePort = Ports.free();
    private final List<RunningServer> running = new CopyOnWriteArrayList<>();

    SecuredServers(Path folder, Certificate certificate) throws Exception {
        this.folder = folder;
        this.certificate = certificate;
        FutureTask<Void> broker = new FutureTask<>(this::startBroker);
        new Thread(broker).start();
        start(new MariaDbServer(home("database"), databasePort, databaseSettings()));
        shutOut();
        broker.get();
    }

    String kafka() {
        return "localhost:" + kafkaPort;
    }

    /** Where the database is, without parameters. */
    String jdbcUrl() {
        return "jdbc:mysql://localhost:%d/huizong".formatted(databasePort);
    }

    // The brokers' own listener, which nobody is told of, is without TLS: by it the user of the other one is made.
    private Void startBroker() throws ExecutionException, InterruptedException {
        int own = Ports.free();
        int controller = Ports.free();
        KafkaBroker broker = new KafkaBroker(home("kafka"), own, controller, brokerSettings(own, controller));
        start(broker);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(USER, scram, PASSWORD)))
                    .all()
                    .get();
        }
        return null;
    }

    private Map<String, String> brokerSettings(int own, int controller) {
        String addresses = "PLAINTEXT://127.0.0.1:%d,SASL_SSL://localhost:%d".formatted(own, kafkaPort);
        return Map.of(
                "listeners", "%s,CONTROLLER://127.0.0.1:%d".formatted(addresses, controller),
                "advertised.listeners", addresses,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL",
                "inter.broker.listener.name", "PLAINTEXT",
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.type", "PKCS12",
                "ssl.keystore.location", certificate.keys().toString(),
                "ssl.keystore.password", Certificate.PASSWORD);
    }

    private Map<String, String> databaseSettings() {
        return Map.of(
                "ssl",
                "1",
                "ssl-cert",
                certificate.certificate().toString(),
                "ssl-key",
                certificate.key().toString(),
                "require-secure-transport",
                "1");
    }

    private ServerHome home(String name) {
        return new ServerHome(folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    private void start(Server server) {
        running.add(new RunningServer(server).start());
    }

    /** Makes the database of the services, and leaves none in whose connection has no TLS. */
    private void shutOut() throws SQLException {
        Properties owner = new Properties();
        owner.put("user", MariaDbServer.USER);
        owner.put("password", MariaDbServer.PASSWORD);
        String url = jdbcUrl() + "?sslMode=REQUIRED&createDatabaseIfNotExist=true";
        try (Connection connection = DriverManager.getConnection(url, owner);
                var statement = connection.createStatement()) {
            statement.execute("alter user '%s' identified by '%s' require ssl".formatted(USER, PASSWORD));
        }
    }

    @Override
    public void close() {
        running.forEach(RunningServer::close);
    }
}
