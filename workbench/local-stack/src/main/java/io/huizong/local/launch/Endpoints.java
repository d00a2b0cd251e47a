package io.huizong.local.launch;

import io.huizong.local.server.KafkaBroker;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.OutsideDatabase;
import io.huizong.local.server.OutsideServers;

/**
 * Where everything is.
 *
 * @param intake base URL
 * @param aggregation base URL
 * @param kafka bootstrap servers
 */
record Endpoints(String intake, String aggregation, String kafka, String jdbcUrl, String dbUser, String dbPassword) {

    static Endpoints of(StackPorts ports, OutsideServers outside, KafkaBroker broker, MariaDbServer server) {
        OutsideDatabase database = outside.database()
                .orElseGet(() ->
                        new OutsideDatabase(server.jdbcUrl("huizong"), MariaDbServer.USER, MariaDbServer.PASSWORD));
        return new Endpoints(
                "http://localhost:" + ports.intake(),
                "http://localhost:" + ports.aggregation(),
                outside.kafka().orElseGet(broker::bootstrapServers),
                database.jdbcUrl(),
                database.user(),
                database.password());
    }
}
