package io.huizong.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.huizong.local.process.OwnThread;

/** Hands on each connection to a port of 127.0.0.1 to the server that it leads to at that time, if it leads to any. */
public final class TcpProxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int BUFFER = 1 << 16;

    /** How the two directions of a connection are handed on; each closes both sockets at its end. */
    public interface Relay {

        /** What runs on threads of their own. */
        List<Runnable> directions(Socket client, Socket server);
    }

    private record Connection(Socket client, Socket server) {

        void close() {
            for (Socket socket : List.of(client, server)) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private final ServerSocket listening;
    private final Relay relay;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private Optional<InetSocketAddress> target = Optional.empty();

    /** A proxy at that port, or at a free one if it is 0. It leads nowhere yet: it closes each connection. */
    public TcpProxy(int port) throws IOException {
        this(port, (client, server) -> List.of(() -> copy(client, server), () -> copy(server, client)));
    }

    /** A proxy that hands on in a way of its own. */
    public TcpProxy(int port, Relay relay) throws IOException {
        this.relay = relay;
        listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        OwnThread.EACH.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** Leads there from now on. Connections to another server are broken, so that none of them writes to it any more. */
    public void route(InetSocketAddress server) {
        lead(Optional.of(server));
    }

    /** Leads nowhere from now on. */
    public void cut() {
        lead(Optional.empty());
    }

    private synchronized void lead(Optional<InetSocketAddress> next) {
        if (!next.equals(target)) {
            target = next;
            connections.forEach(Connection::close);
            connections.clear();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                OwnThread.EACH.execute(() -> handOn(client));
            } catch (IOException closed) {
                // The next turn ends the loop.
            }
        }
    }

    private void handOn(Socket client) {
        Connection connection = new Connection(client, new Socket());
        Optional<InetSocketAddress> goal = target();
        if (goal.isEmpty() || !connects(connection, goal.get()) || !isAdmitted(connection, goal)) {
            connection.close();
            return;
        }
        relay.directions(client, connection.server())
                .forEach(direction -> OwnThread.EACH.execute(() -> handOn(direction, connection)));
    }

    private void handOn(Runnable direction, Connection connection) {
        direction.run();
        connection.close();
        connections.remove(connection);
    }

    private synchronized Optional<InetSocketAddress> target() {
        return target;
    }

    private synchronized boolean isAdmitted(Connection connection, Optional<InetSocketAddress> goal) {
        return goal.equals(target) && connections.add(connection);
    }

    private static boolean connects(Connection connection, InetSocketAddress goal) {
        try {
            connection.server().connect(goal, CONNECT_MILLIS);
            connection.client().setTcpNoDelay(true);
            connection.server().setTcpNoDelay(true);
            return true;
        } catch (IOException down) {
            return false;
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            // One side is gone; the other learns it when its socket is closed.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        cut();
    }
}
