package io.huizong.local.launch;

import io.huizong.local.Servers;
import io.huizong.local.server.KafkaBroker;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.service.TopicCopies;

/** One broker and one database server of a run. */
record SingleServers(KafkaBroker broker, MariaDbServer database) implements Servers {

    @Override
    public String kafka() {
        return broker.bootstrapServers();
    }

    @Override
    public String jdbcUrl(String name) {
        return database.jdbcUrl(name);
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
        return TopicCopies.ONE;
    }
}
