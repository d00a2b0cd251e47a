package io.huizong.local.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;

/** One broker that is its own controller, on 127.0.0.1, its data in {@code data} of its home. */
public final class KafkaBroker implements Server {

    // Any fixed id will do: a cluster of one has nobody to be told apart from.
    private static final String CLUSTER_ID = "aHVpem9uZy1sb2NhbC0wMQ";

    private final ServerHome home;
    private final int port;
    private final int controllerPort;
    private final Map<String, String> more;
    private final List<String> options;

    public KafkaBroker(ServerHome home, int port, int controllerPort) {
        this(home, port, controllerPort, Map.of());
    }

    /** A broker with those settings besides, or in place of, the usual ones. */
    public KafkaBroker(ServerHome home, int port, int controllerPort, Map<String, String> more) {
        this(home, port, controllerPort, more, List.of());
    }

    /**
     * @param more settings besides, or in place of, the usual ones
     * @param options of its virtual machine
     */
    public KafkaBroker(ServerHome home, int port, int controllerPort, Map<String, String> more, List<String> options) {
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
        this.more = Map.copyOf(more);
        this.options = List.copyOf(options);
    }

    /** The value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home.folder());
        writeSettings();
        if (!Files.exists(data().resolve("meta.properties"))) {
            // C1 only: the tool lives for a second.
            List<String> format = java("-XX:TieredStopAtLevel=1");
            format.addAll(List.of("kafka.tools.StorageTool", "format", "--cluster-id", CLUSTER_ID));
            format.addAll(List.of("--config", configuration().toString()));
            Preparation.run(new ProcessBuilder(format), home.log());
        }
    }

    @Override
    public Command command() throws IOException {
        List<String> line = java("-Xms256m", "-Xmx512m");
        line.addAll(1, options);
        line.addAll(List.of("kafka.Kafka", configuration().toString()));
        return new Command(line, Map.of(), home.log(), home.disposableFolder());
    }

    /** A broker opens its port as the last step of its start. */
    @Override
    public boolean answers() {
        return Ports.accepts(port);
    }

    private List<String> java(String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(JavaCommand.EXECUTABLE));
        line.addAll(List.of(options));
        line.add("-Dlog4j2.configurationFile=classpath:io/huizong/local/server/broker-log4j2.properties");
        line.addAll(List.of("-cp", ServerClassPath.complete()));
        return line;
    }

    private Path data() {
        return home.file("data");
    }

    private Path configuration() {
        return home.file("server.properties");
    }

    private void writeSettings() throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(settings()));
        // Not in the text: Kafka reads Latin-1, and a Properties object escapes what a folder's name may hold.
        properties.setProperty("log.dirs", data().toString());
        properties.putAll(more);
        try (OutputStream out = Files.newOutputStream(configuration())) {
            properties.store(out, null);
        }
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.voters=1@127.0.0.1:%2$d
                auto.create.topics.enable=false
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                """.formatted(port, controllerPort);
    }
}
