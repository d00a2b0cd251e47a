package io.huizong.system.crash;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

import io.huizong.local.server.TcpProxy;

/** Stands between one instance and the database server, so that the instance can be killed at a fault point. */
final class DatabaseProxy implements AutoCloseable {

    private static final String JDBC = "jdbc:";
    private static final int MYSQL_PORT = 3306;

    private final URI database;
    private final TcpProxy proxy;

    private DatabaseProxy(URI database, TcpProxy proxy) {
        this.database = database;
        this.proxy = proxy;
    }

    /** A proxy for the server of that JDBC URL, on a port of its own. */
    static DatabaseProxy of(String jdbcUrl, Trap trap) throws IOException {
        URI database = URI.create(jdbcUrl.substring(JDBC.length()));
        TcpProxy proxy = new TcpProxy(0, (client, server) -> {
            ProxiedConnection connection = new ProxiedConnection(client, server, trap);
            return List.of(connection::handOnStatements, connection::handOnAnswers);
        });
        int port = database.getPort() < 0 ? MYSQL_PORT : database.getPort();
        proxy.route(new InetSocketAddress(database.getHost(), port));
        return new DatabaseProxy(database, proxy);
    }

    /** The same database by way of this proxy; without TLS, as the proxy has to read along. */
    String jdbcUrl() {
        return JDBC
                + "mysql://127.0.0.1:%d%s?%s&sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        .formatted(proxy.port(), database.getPath(), database.getQuery());
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
