package io.huizong.local.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.huizong.local.server.TcpProxy;

/**
 * A primary and its replica, behind a proxy that leads to the primary. If the primary is lost, the replica is promoted. A node
 * that comes back is made a replica anew before it can be promoted.
 */
public final class DatabasePair implements AutoCloseable {

    private final List<DatabaseNode> nodes;
    private final TcpProxy proxy;
    private final Path file;
    private final Consumer<String> out;
    private final Set<DatabaseNode> answering = new HashSet<>();
    private DatabaseNode primary;
    private boolean hasReplica;

    /**
     * @param file keeps who is primary, for the next start of the same nodes
     * @param out is told who became what
     */
    DatabasePair(List<DatabaseNode> nodes, TcpProxy proxy, Path file, Consumer<String> out) throws IOException {
        this.nodes = List.copyOf(nodes);
        this.proxy = proxy;
        this.file = file;
        this.out = out;
        String last = Files.exists(file) ? Files.readString(file).strip() : "";
        this.primary = nodes.stream()
                .filter(node -> node.name().equals(last))
                .findFirst()
                .orElse(nodes.get(0));
    }

    /** Both nodes. */
    public List<DatabaseNode> nodes() {
        return nodes;
    }

    /** The node that the proxy leads to. */
    public synchronized DatabaseNode primary() {
        return primary;
    }

    /** The other one. */
    public synchronized DatabaseNode replica() {
        return other(primary);
    }

    private DatabaseNode other(DatabaseNode node) {
        return nodes.get(1 - nodes.indexOf(node));
    }

    /** Whether the replica can be promoted: it has been filled, and no error has stopped it. */
    public synchronized boolean hasReplica() throws IOException {
        return hasReplica && replica().follows(primary);
    }

    /** To be called when a node has begun to answer; returns when it is what it can be, which may take as long as a dump. */
    public synchronized void returned(DatabaseNode node) throws IOException {
        answering.add(node);
        if (node == primary) {
            lead();
        }
        if (answering.containsAll(nodes) && !hasReplica) {
            if (!replica().follows(primary)) {
                replica().follow(primary);
                out.accept("%s was filled as replica of %s".formatted(replica(), primary));
            }
            hasReplica = true;
        }
    }

    /** To be called when a node has ended. Returns when the other is promoted, if that was the primary and the other can be. */
    public synchronized void lost(DatabaseNode node) throws IOException {
        answering.remove(node);
        boolean canPromote = hasReplica;
        hasReplica = false;
        if (node == primary) {
            proxy.cut();
            if (canPromote && answering.contains(replica())) {
                primary = replica();
                lead();
            }
        }
    }

    private void lead() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, primary.name());
        primary.promote();
        proxy.route(primary.address());
        out.accept("%s is the primary".formatted(primary));
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
