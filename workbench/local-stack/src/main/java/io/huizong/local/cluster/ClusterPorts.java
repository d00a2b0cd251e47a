package io.huizong.local.cluster;

import java.util.List;
import java.util.stream.IntStream;

import io.huizong.local.server.Ports;

/**
 * The ports of a cluster, all on 127.0.0.1.
 *
 * @param brokers one for each
 * @param controllers one for each broker
 * @param primary that of the proxy which leads to the primary
 * @param databases one for each node of the pair
 */
public record ClusterPorts(List<Integer> brokers, List<Integer> controllers, int primary, List<Integer> databases) {

    /** Ports that are free now. */
    public static ClusterPorts free() {
        List<Integer> ports =
                IntStream.generate(Ports::free).distinct().limit(9).boxed().toList();
        return new ClusterPorts(ports.subList(0, 3), ports.subList(3, 6), ports.get(6), ports.subList(7, 9));
    }
}
