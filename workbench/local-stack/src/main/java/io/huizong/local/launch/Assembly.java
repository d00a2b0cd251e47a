package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.huizong.local.LocalIssuer;
import io.huizong.local.Servers;
import io.huizong.local.cluster.ClusterServers;
import io.huizong.local.cluster.DatabaseNode;
import io.huizong.local.server.KafkaBroker;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.OutsideServers;
import io.huizong.local.server.Server;
import io.huizong.local.service.PackagedService;
import io.huizong.local.service.ServiceSettings;
import io.huizong.local.service.TopicCopies;

/** Builds the processes of a run from the checkout, the {@code .local} folder, the ports and the servers outside. */
record Assembly(Path root, LocalFolder local, StackPorts ports, OutsideServers outside, Console console) {

    private static final String INTAKE = "report-intake";
    private static final String AGGREGATION = "aggregation-service";

    /** One server of each kind; those that are outside are not started. */
    SingleServers single() {
        return new SingleServers(
                new KafkaBroker(
                        local.home("kafka"),
                        ports.brokers().get(0),
                        ports.controllers().get(0)),
                new MariaDbServer(local.home("database"), ports.database()));
    }

    /** Servers of which any may be lost. */
    ClusterServers cluster() throws IOException {
        return new ClusterServers(
                ports.ofServers(), local::home, local.data(), said -> console.say("  %s".formatted(said)));
    }

    Endpoints endpoints(Servers servers) {
        return Endpoints.of(ports, outside, servers);
    }

    void add(SingleServers servers, Stack stack, ProcessListener listener) {
        if (outside.database().isEmpty()) {
            stack.addServer("database", watched("MariaDB server", servers.database(), local.log("database"), listener));
        }
        if (outside.kafka().isEmpty()) {
            stack.addServer("kafka", watched("Kafka broker", servers.broker(), local.log("kafka"), listener));
        }
    }

    void add(ClusterServers servers, Stack stack, ProcessListener listener) {
        for (DatabaseNode node : servers.databases().nodes()) {
            ProcessListener ofNode = new NodeListener(servers.databases(), node, listener);
            stack.addServer(node.name(), watched(node.name(), node.server(), local.log(node.name()), ofNode));
        }
        for (int index = 0; index < servers.brokers().size(); index++) {
            String name = "kafka-" + (index + 1);
            stack.addServer(name, watched(name, servers.brokers().get(index), local.log(name), listener));
        }
    }

    /** @param copies how many the brokers keep */
    void addServices(
            Endpoints endpoints,
            TopicCopies copies,
            LocalIssuer issuer,
            Map<String, String> environment,
            Stack stack,
            ProcessListener listener) {
        ServiceSettings settings = new ServiceSettings(endpoints.kafka(), copies, issuer, environment);
        for (int index = 0; index < ports.intakes().size(); index++) {
            Map<String, String> ofIntake = settings.ofIntake();
            ofIntake.put("HUIZONG_AGGREGATION_URL", endpoints.aggregation());
            int port = ports.intakes().get(index);
            String suffix = suffix(index, ports.intakes());
            stack.addService("intake" + suffix, service(INTAKE, suffix, port, List.of(), ofIntake, listener));
        }
        for (int index = 0; index < ports.aggregations().size(); index++) {
            Map<String, String> ofAggregation =
                    settings.ofAggregation(endpoints.jdbcUrl(), endpoints.dbUser(), endpoints.dbPassword());
            int port = ports.aggregations().get(index);
            String suffix = suffix(index, ports.aggregations());
            stack.addService(
                    "aggregation" + suffix,
                    service(AGGREGATION, suffix, port, optionsOfAggregation(), ofAggregation, listener));
        }
    }

    private static String suffix(int index, List<Integer> ports) {
        return ports.size() == 1 ? "" : "-" + (index + 1);
    }

    private List<String> optionsOfAggregation() {
        return ports.aggregations().size() == 1
                ? List.of()
                : ClusterServers.AGGREGATION_SETTINGS.entrySet().stream()
                        .map(setting -> "-D%s=%s".formatted(setting.getKey(), setting.getValue()))
                        .toList();
    }

    private WatchedProcess service(
            String module,
            String suffix,
            int port,
            List<String> options,
            Map<String, String> settings,
            ProcessListener listener) {
        // People read these logs.
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        Path log = local.log(module + suffix);
        Server service = new PackagedService(root.resolve(module), port, options, settings, log);
        return watched(module + suffix, service, log, listener);
    }

    private WatchedProcess watched(String name, Server server, Path log, ProcessListener listener) {
        return new WatchedProcess(name, server, log, console, listener);
    }
}
