package io.huizong.system.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/** Stands between one instance and the database server, so that the instance can be killed at a fault point. */
final class DatabaseProxy implements AutoCloseable {

    private static final String JDBC = "jdbc:";
    private static final int MYSQL_PORT = 3306;

    private final URI database;
    private final Trap trap;
    private final ServerSocket socket;

    private DatabaseProxy(URI database, Trap trap, ServerSocket socket) {
        this.database = database;
        this.trap = trap;
        this.socket = socket;
    }

    /** A proxy for the server of that JDBC URL, on a port of its own. */
    static DatabaseProxy of(String jdbcUrl, Trap trap) throws IOException {
        URI database = URI.create(jdbcUrl.substring(JDBC.length()));
        ServerSocket socket = new ServerSocket(0, 0, InetAddress.getByName("127.0.0.1"));
        DatabaseProxy proxy = new DatabaseProxy(database, trap, socket);
        inBackground(proxy::accept);
        return proxy;
    }

    /** The same database by way of this proxy; without TLS, as the proxy has to read along. */
    String jdbcUrl() {
        return JDBC
                + "mysql://127.0.0.1:%d%s?%s&sslMode=DISABLED&allowPublicKeyRetrieval=true"
                        .formatted(socket.getLocalPort(), database.getPath(), database.getQuery());
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                handOn(socket.accept());
            } catch (IOException closed) {
                // The next turn ends the loop.
            }
        }
    }

    private void handOn(Socket client) throws IOException {
        Socket server = new Socket();
        try {
            int port = database.getPort() < 0 ? MYSQL_PORT : database.getPort();
            server.connect(new InetSocketAddress(database.getHost(), port));
        } catch (IOException down) {
            client.close();
            server.close();
            return;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        ProxiedConnection connection = new ProxiedConnection(client, server, trap);
        inBackground(connection::handOnStatements);
        inBackground(connection::handOnAnswers);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
