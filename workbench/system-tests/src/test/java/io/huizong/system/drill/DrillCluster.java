package io.huizong.system.drill;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.huizong.local.Stage;
import io.huizong.local.cluster.ClusterPorts;
import io.huizong.local.cluster.ClusterServers;
import io.huizong.local.cluster.DatabaseNode;
import io.huizong.local.cluster.DatabasePair;
import io.huizong.local.process.OwnThread;
import io.huizong.local.server.RunningServer;
import io.huizong.local.server.ServerHome;
import io.huizong.local.service.ServiceProcess;
import io.huizong.system.instances.AggregationInstance;

/** Three brokers, a primary and a replica, two intakes, three aggregation services: each a process of its own. */
final class DrillCluster implements AutoCloseable {

    private static final int INTAKES = 2;
    private static final int AGGREGATIONS = 3;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final Path folder = Path.of("target", "drill-" + System.nanoTime()).toAbsolutePath();
    private final ClusterServers servers = new ClusterServers(ClusterPorts.free(), this::home, folder, said -> {});
    private final Stage stage = new Stage(servers);
    private final Map<DatabaseNode, RunningServer> nodes = new HashMap<>();
    private final List<RunningServer> brokers =
            servers.brokers().stream().map(RunningServer::new).toList();
    private final List<ServiceProcess> intakes = new ArrayList<>();
    private final List<AggregationInstance> aggregations = new ArrayList<>();
    private BrokersView view;

    DrillCluster() throws IOException {
        servers.databases().nodes().forEach(node -> nodes.put(node, new RunningServer(node.server())));
        for (int number = 0; number < INTAKES; number++) {
            intakes.add(stage.service(Stage.INTAKE, Stage.SHORT_LIVED, Map.of()));
        }
        for (int number = 0; number < AGGREGATIONS; number++) {
            aggregations.add(new AggregationInstance(stage, ClusterServers.AGGREGATION_SETTINGS));
        }
    }

    private ServerHome home(String name) {
        return new ServerHome(folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    /** Returns when all of it is ready. */
    void start() throws IOException {
        CompletableFuture.allOf(Stream.concat(brokers.stream(), nodes.values().stream())
                        .map(server -> CompletableFuture.runAsync(server::start, OwnThread.EACH))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        for (DatabaseNode node : servers.databases().nodes()) {
            servers.databases().returned(node);
        }
        view = new BrokersView(servers.kafka());
        for (AggregationInstance instance : aggregations) {
            instance.start();
        }
        for (ServiceProcess intake : intakes) {
            intake.start();
        }
        aggregations.forEach(AggregationInstance::awaitReady);
        for (ServiceProcess intake : intakes) {
            intake.awaitReady();
        }
    }

    Stage stage() {
        return stage;
    }

    List<AggregationInstance> aggregations() {
        return aggregations;
    }

    List<String> intakes() {
        return intakes.stream().map(ServiceProcess::url).toList();
    }

    DatabasePair databases() {
        return servers.databases();
    }

    /** A connection to a database of the pair, primary or not. */
    Connection connection(DatabaseNode node) throws SQLException {
        return DriverManager.getConnection(node.jdbcUrl(stage.schema()), servers.dbUser(), servers.dbPassword());
    }

    /** A machine of that kind. */
    Machine machine(Loss loss, Random random) throws Exception {
        return switch (loss) {
            case BROKER -> broker((view.controller() + random.nextInt(brokers.size() - 1)) % brokers.size());
            case CONTROLLER -> broker(view.controller() - 1);
            case PRIMARY -> database(databases().primary());
            case REPLICA -> database(databases().replica());
            case INTAKE -> intake(intakes.get(random.nextInt(intakes.size())));
            case AGGREGATION -> aggregation(aggregations.get(random.nextInt(aggregations.size())));
        };
    }

    private Machine broker(int index) {
        RunningServer broker = brokers.get(index);
        return machine(broker::kill, broker::start, view::areAllInSync);
    }

    private Machine database(DatabaseNode node) {
        RunningServer server = nodes.get(node);
        return machine(
                () -> {
                    server.kill();
                    databases().lost(node);
                },
                () -> {
                    server.start();
                    databases().returned(node);
                },
                databases()::hasReplica);
    }

    private Machine intake(ServiceProcess intake) {
        return machine(intake::kill, intake::start, intake::isReady);
    }

    private Machine aggregation(AggregationInstance instance) {
        return machine(instance::kill, instance::start, instance::isReady);
    }

    private interface Action {
        void run() throws Exception;
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static Machine machine(Action kill, Action comeBack, Condition isWhole) {
        return new Machine() {
            @Override
            public void kill() throws Exception {
                kill.run();
            }

            @Override
            public void comeBack() throws Exception {
                comeBack.run();
            }

            @Override
            public boolean isWhole() throws Exception {
                return isWhole.holds();
            }
        };
    }

    /** Returns when every instance says that it is ready. */
    void awaitReady() {
        await("all instances to be ready")
                .atMost(TIMEOUT)
                .until(() -> intakes.stream().allMatch(ServiceProcess::isReady)
                        && aggregations.stream().allMatch(AggregationInstance::isUp));
    }

    @Override
    public void close() throws IOException {
        aggregations.forEach(AggregationInstance::close);
        intakes.forEach(ServiceProcess::close);
        if (view != null) {
            view.close();
        }
        servers.close();
        Stream.concat(brokers.stream(), nodes.values().stream()).forEach(RunningServer::close);
    }
}
