package io.huizong.system.crash;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One connection of an instance to the database: hands on bytes both ways and tells the trap of the fault points. */
final class ProxiedConnection {

    private static final int HEADER = 4;
    private static final int OK = 0;

    private final Socket client;
    private final Socket server;
    private final Trap trap;
    private boolean wrote;
    private volatile boolean awaitsCommit;

    ProxiedConnection(Socket client, Socket server, Trap trap) {
        this.client = client;
        this.server = server;
        this.trap = trap;
    }

    void handOnStatements() {
        try (client;
                server) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            OutputStream out = server.getOutputStream();
            for (ClientPacket packet = ClientPacket.read(in); packet != null; packet = ClientPacket.read(in)) {
                if (wrote && packet.commits() && trap.springs(FaultPoint.BETWEEN_WRITE_AND_COMMIT)) {
                    return;
                }
                awaitsCommit = wrote && packet.commits();
                wrote = (wrote || packet.writes()) && !packet.commits() && !packet.rollsBack();
                out.write(packet.bytes());
            }
        } catch (IOException ended) {
            // One side is gone, and with the sockets closed the other learns it.
        }
    }

    void handOnAnswers() {
        try (client;
                server) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                boolean committed = awaitsCommit && length > HEADER && buffer[HEADER] == OK;
                awaitsCommit = false;
                if (committed && trap.springs(FaultPoint.BETWEEN_COMMIT_AND_ACKNOWLEDGEMENT)) {
                    return;
                }
                out.write(buffer, 0, length);
            }
        } catch (IOException ended) {
            // As above.
        }
    }
}
