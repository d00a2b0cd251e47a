package io.huizong.local.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.huizong.local.LocalIssuer;
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

    Endpoints endpoints() {
        return Endpoints.of(ports, outside, broker(), database());
    }

    /** @param launched runs at each start of one of the processes */
    Stack stack(LocalIssuer issuer, Map<String, String> environment, Runnable launched) {
        Stack stack = new Stack();
        if (outside.database().isEmpty()) {
            Path log = local.log("database");
            stack.addServer("database", new WatchedProcess("MariaDB server", database(), log, console, launched));
        }
        if (outside.kafka().isEmpty()) {
            Path log = local.log("kafka");
            stack.addServer("kafka", new WatchedProcess("Kafka broker", broker(), log, console, launched));
        }
        Endpoints endpoints = endpoints();
        ServiceSettings settings = new ServiceSettings(endpoints.kafka(), TopicCopies.ONE, issuer, environment);
        Map<String, String> ofIntake = settings.ofIntake();
        ofIntake.put("HUIZONG_AGGREGATION_URL", endpoints.aggregation());
        Map<String, String> ofAggregation =
                settings.ofAggregation(endpoints.jdbcUrl(), endpoints.dbUser(), endpoints.dbPassword());
        stack.addService("intake", service(INTAKE, ports.intake(), ofIntake, launched));
        stack.addService("aggregation", service(AGGREGATION, ports.aggregation(), ofAggregation, launched));
        return stack;
    }

    private WatchedProcess service(String module, int port, Map<String, String> settings, Runnable launched) {
        // People read these logs.
        settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        Path log = local.log(module);
        Server service = new PackagedService(root.resolve(module), port, List.of(), settings, log);
        return new WatchedProcess(module, service, log, console, launched);
    }

    private KafkaBroker broker() {
        return new KafkaBroker(local.home("kafka"), ports.kafka(), ports.controller());
    }

    private MariaDbServer database() {
        return new MariaDbServer(local.home("database"), ports.database());
    }
}
