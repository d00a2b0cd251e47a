package io.huizong.local.cluster;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.huizong.local.Servers;
import io.huizong.local.Stage;
import io.huizong.local.server.KafkaBroker;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.ServerHome;
import io.huizong.local.server.TcpProxy;
import io.huizong.local.service.TopicCopies;

/** The servers of a cluster; their owner starts them, and tells the pair of databases when a node answers or ends. */
public final class ClusterServers implements Servers, AutoCloseable {

    /** Properties of the aggregation service: how long others wait before they take over from an instance that was killed. */
    public static final Map<String, String> AGGREGATION_SETTINGS =
            Map.of("mp.messaging.incoming.reports.session.timeout.ms", "10000");

    // A broker that was killed leads its partitions, and is waited for at the others, until its session ends. This has
    // to be
    // below the time after which the intake gives up a record, 8 s.
    private static final Map<String, String> BROKER_SETTINGS = Map.of(
            "broker.session.timeout.ms", "5000",
            "broker.heartbeat.interval.ms", "1000",
            "default.replication.factor", "3",
            "min.insync.replicas", "2",
            "unclean.leader.election.enable", "false",
            "offsets.topic.replication.factor", "3",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            "share.coordinator.state.topic.replication.factor", "3",
            "share.coordinator.state.topic.min.isr", "2");

    private final List<KafkaBroker> brokers;
    private final DatabasePair databases;
    private final ClusterPorts ports;

    /**
     * Servers that are not started yet. The proxy before the databases listens already.
     *
     * @param homes by name of the server
     * @param data a folder that is kept as long as the servers' data
     * @param out is told which database became what
     */
    public ClusterServers(ClusterPorts ports, Function<String, ServerHome> homes, Path data, Consumer<String> out)
            throws IOException {
        this.ports = ports;
        String voters = IntStream.range(0, ports.controllers().size())
                .mapToObj(index -> "%d@127.0.0.1:%d"
                        .formatted(index + 1, ports.controllers().get(index)))
                .collect(joining(","));
        brokers = IntStream.range(0, ports.brokers().size())
                .mapToObj(index -> broker(index, homes.apply("kafka-" + (index + 1)), voters))
                .toList();
        List<DatabaseNode> nodes = IntStream.range(0, ports.databases().size())
                .mapToObj(index -> new DatabaseNode(
                        index + 1,
                        homes.apply("database-" + (index + 1)),
                        ports.databases().get(index)))
                .toList();
        databases = new DatabasePair(nodes, new TcpProxy(ports.primary()), data.resolve("primary"), out);
    }

    private KafkaBroker broker(int index, ServerHome home, String voters) {
        Map<String, String> settings = new HashMap<>(BROKER_SETTINGS);
        settings.put("node.id", Integer.toString(index + 1));
        settings.put("controller.quorum.voters", voters);
        return new KafkaBroker(
                home, ports.brokers().get(index), ports.controllers().get(index), settings, Stage.SHORT_LIVED);
    }

    /** In the order of their ids, from 1 on; each is a controller too. */
    public List<KafkaBroker> brokers() {
        return brokers;
    }

    /** The primary and its replica. */
    public DatabasePair databases() {
        return databases;
    }

    @Override
    public String kafka() {
        return brokers.stream().map(KafkaBroker::bootstrapServers).collect(joining(","));
    }

    /** By way of the proxy. */
    @Override
    public String jdbcUrl(String name) {
        return "jdbc:mysql://127.0.0.1:%d/%s?createDatabaseIfNotExist=true".formatted(ports.primary(), name);
    }

    @Override
    public String dbUser() {
        return MariaDbServer.USER;
    }

    @Override
    public String dbPassword() {
        return MariaDbServer.PASSWORD;
    }

    @Override
    public TopicCopies copies() {
        return TopicCopies.THREE;
    }

    @Override
    public void close() throws IOException {
        databases.close();
    }
}
