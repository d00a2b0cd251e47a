package io.huizong.local.launch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.huizong.local.cluster.ClusterPorts;
import io.huizong.local.server.OutsideServers;
import io.huizong.local.server.Ports;

/**
 * The TCP ports of a run, all on 127.0.0.1.
 *
 * @param intakes one for each instance
 * @param aggregations one for each instance
 * @param brokers one for each
 * @param controllers one for each broker
 * @param database where the services find the database
 * @param nodes of the servers behind that port; none if the one server listens there itself
 */
record StackPorts(
        List<Integer> intakes,
        List<Integer> aggregations,
        List<Integer> brokers,
        List<Integer> controllers,
        int database,
        List<Integer> nodes) {

    private static final String BASE = "HUIZONG_PORT_BASE";
    private static final int LAST_PORT = 65_535;
    private static final List<Integer> SINGLE = List.of(8080, 8081, 9092, 9093, 13306);
    private static final List<Integer> MORE_OF_CLUSTER =
            List.of(8082, 8083, 8084, 9094, 9095, 9096, 9097, 13307, 13308);

    static StackPorts from(Map<String, String> environment, boolean cluster) throws Fault {
        List<Integer> ports = new ArrayList<>(SINGLE);
        ports.addAll(cluster ? MORE_OF_CLUSTER : List.of());
        String base = environment.getOrDefault(BASE, "");
        if (!base.isBlank()) {
            int last = LAST_PORT - ports.size() + 1;
            int first = base.matches("\\d{1,5}") ? Integer.parseInt(base) : 0;
            if (first < 1 || first > last) {
                throw new Fault("%s is %s, expected a port from 1 to %d.".formatted(BASE, base, last));
            }
            ports = IntStream.range(first, first + ports.size()).boxed().toList();
        }
        return of(ports);
    }

    /** Those of a single instance of each, in the order in which a base numbers them; then those that a cluster has besides. */
    static StackPorts of(List<Integer> ports) {
        if (ports.size() == SINGLE.size()) {
            return new StackPorts(
                    ports.subList(0, 1),
                    ports.subList(1, 2),
                    ports.subList(2, 3),
                    ports.subList(3, 4),
                    ports.get(4),
                    List.of());
        }
        return new StackPorts(
                List.of(ports.get(0), ports.get(5)),
                List.of(ports.get(1), ports.get(6), ports.get(7)),
                List.of(ports.get(2), ports.get(8), ports.get(10)),
                List.of(ports.get(3), ports.get(9), ports.get(11)),
                ports.get(4),
                ports.subList(12, 14));
    }

    ClusterPorts ofServers() {
        return new ClusterPorts(brokers, controllers, database, nodes);
    }

    /** Refuses to go on if one of the ports that this run needs belongs to somebody else. */
    void requireFree(OutsideServers outside) throws Fault {
        for (Map.Entry<Integer, String> wanted : wanted(outside).entrySet()) {
            if (!Ports.isFree(wanted.getKey())) {
                throw new Fault(
                        "Port %d is in use, and %s needs it; HUIZONG_PORT_BASE=20000 moves all ports to 20000 to %d."
                                .formatted(wanted.getKey(), wanted.getValue(), 20_000 + count() - 1));
            }
        }
    }

    private int count() {
        return nodes.isEmpty() ? SINGLE.size() : SINGLE.size() + MORE_OF_CLUSTER.size();
    }

    private Map<Integer, String> wanted(OutsideServers outside) {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        intakes.forEach(port -> wanted.put(port, "report-intake"));
        aggregations.forEach(port -> wanted.put(port, "aggregation-service"));
        if (outside.kafka().isEmpty()) {
            brokers.forEach(port -> wanted.put(port, "the Kafka broker"));
            controllers.forEach(port -> wanted.put(port, "the Kafka controller"));
        }
        if (outside.database().isEmpty()) {
            List<Integer> databases = new ArrayList<>(Collections.singleton(database));
            databases.addAll(nodes);
            databases.forEach(port -> wanted.put(port, "the database server"));
        }
        return wanted;
    }
}
