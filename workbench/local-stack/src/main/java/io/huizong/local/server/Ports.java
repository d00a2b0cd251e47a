package io.huizong.local.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of 127.0.0.1. */
public final class Ports {

    private static final int CONNECT_MILLIS = 1_000;
    private static final int ATTEMPTS = 1_000;

    private Ports() {}

    /**
     * A port that is free now. Taken below the range that systems give to outgoing connections, so that none of
     * those gets it while the server that had it restarts.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, 21_000, 32_000)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No free port from 21000 to 32000."));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static boolean accepts(int port) {
        try (Socket socket = connect(port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether whoever listens there speaks first, as a MySQL server does once it takes statements. */
    static boolean greets(int port) {
        try (Socket socket = connect(port)) {
            socket.setSoTimeout(CONNECT_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", port), CONNECT_MILLIS);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }
}
