package io.huizong.local.launch;

import java.util.List;

import io.huizong.local.Servers;
import io.huizong.local.server.OutsideDatabase;
import io.huizong.local.server.OutsideServers;

/**
 * Where everything is.
 *
 * @param intakes base URL of each instance
 * @param aggregations base URL of each instance
 * @param kafka bootstrap servers
 */
record Endpoints(
        List<String> intakes,
        List<String> aggregations,
        String kafka,
        String jdbcUrl,
        String dbUser,
        String dbPassword) {

    /** @param own the servers of this run, for what is not outside */
    static Endpoints of(StackPorts ports, OutsideServers outside, Servers own) {
        OutsideDatabase database = outside.database()
                .orElseGet(() -> new OutsideDatabase(own.jdbcUrl("huizong"), own.dbUser(), own.dbPassword()));
        return new Endpoints(
                urls(ports.intakes()),
                urls(ports.aggregations()),
                outside.kafka().orElseGet(own::kafka),
                database.jdbcUrl(),
                database.user(),
                database.password());
    }

    private static List<String> urls(List<Integer> ports) {
        return ports.stream().map(port -> "http://localhost:" + port).toList();
    }

    /** The instance to ask where one will do. */
    String intake() {
        return intakes.get(0);
    }

    /** The instance to ask where one will do. */
    String aggregation() {
        return aggregations.get(0);
    }
}
