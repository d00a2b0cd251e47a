package io.huizong.local.launch;

import java.nio.file.Path;
import java.util.Map;

import io.huizong.local.LocalIssuer;
import io.huizong.local.server.KafkaBroker;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.OutsideServers;

/** Puts the processes of a run together from where they live, listen and look. */
record Assembly(Path root, LocalFolder local, StackPorts ports, OutsideServers outside, Console console) {

    private static final String INTAKE = "report-intake";
    private static final String AGGREGATION = "aggregation-service";

    Endpoints endpoints() {
        return Endpoints.of(ports, outside, broker(), database());
    }

    Stack stack(LocalIssuer issuer, Map<String, String> environment) {
        Stack stack = new Stack();
        if (outside.database().isEmpty()) {
            Path log = local.log("database");
            stack.addServer("database", new WatchedProcess("MariaDB server", database(), log, console));
        }
        if (outside.kafka().isEmpty()) {
            stack.addServer("kafka", new WatchedProcess("Kafka broker", broker(), local.log("kafka"), console));
        }
        ServiceSettings settings = new ServiceSettings(environment, issuer, endpoints());
        stack.addService("intake", service(INTAKE, endpoints().intake(), settings.ofIntake(ports.intake())));
        stack.addService(
                "aggregation",
                service(AGGREGATION, endpoints().aggregation(), settings.ofAggregation(ports.aggregation())));
        return stack;
    }

    private WatchedProcess service(String module, String baseUrl, Map<String, String> settings) {
        Path log = local.log(module);
        return new WatchedProcess(
                module, new QuarkusService(root.resolve(module), log, settings, baseUrl), log, console);
    }

    private KafkaBroker broker() {
        return new KafkaBroker(local.home("kafka"), ports.kafka(), ports.controller());
    }

    private MariaDbServer database() {
        return new MariaDbServer(local.home("database"), ports.database());
    }
}
