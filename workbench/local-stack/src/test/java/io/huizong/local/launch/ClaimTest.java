package io.huizong.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.local.server.OutsideServers;
import io.huizong.local.server.Ports;
import io.huizong.local.server.Versions;

/** A run takes nothing that belongs to somebody else: no port, no lock, no data of another version. */
class ClaimTest {

    private static final OutsideServers NONE_OUTSIDE = OutsideServers.from(Map.of());

    @TempDir
    Path folder;

    @Test
    void a_busy_port_is_named_with_who_wanted_it_and_how_to_move() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts ports = ports(Ports.free(), Ports.free(), Ports.free(), Ports.free(), busy.getLocalPort());

            assertThatThrownBy(() -> ports.requireFree(NONE_OUTSIDE))
                    .hasMessageStartingWith(
                            "Port %d is in use, and the database server needs it".formatted(busy.getLocalPort()))
                    .hasMessageContaining("HUIZONG_PORT_BASE");
        }
    }

    @Test
    void the_port_of_a_server_that_is_not_started_may_be_busy() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StackPorts ports =
                    ports(Ports.free(), Ports.free(), busy.getLocalPort(), busy.getLocalPort(), Ports.free());
            OutsideServers outside = OutsideServers.from(Map.of("HUIZONG_KAFKA", "broker:9092"));

            assertThatCode(() -> ports.requireFree(outside)).doesNotThrowAnyException();
        }
    }

    @Test
    void a_port_base_moves_all_ports() throws Exception {
        assertThat(StackPorts.from(Map.of("HUIZONG_PORT_BASE", "20000"), false))
                .isEqualTo(ports(20000, 20001, 20002, 20003, 20004));
        assertThat(StackPorts.from(Map.of(), false)).isEqualTo(ports(8080, 8081, 9092, 9093, 13306));
    }

    @Test
    void a_cluster_has_the_same_ports_and_more() throws Exception {
        StackPorts cluster = StackPorts.from(Map.of("HUIZONG_PORT_BASE", "20000"), true);

        assertThat(cluster.intakes()).containsExactly(20000, 20005);
        assertThat(cluster.aggregations()).containsExactly(20001, 20006, 20007);
        assertThat(cluster.brokers()).containsExactly(20002, 20008, 20010);
        assertThat(cluster.controllers()).containsExactly(20003, 20009, 20011);
        assertThat(cluster.database()).isEqualTo(20004);
        assertThat(cluster.nodes()).containsExactly(20012, 20013);
        assertThat(StackPorts.from(Map.of(), true).intakes()).containsExactly(8080, 8082);
    }

    private static StackPorts ports(Integer... ports) {
        return StackPorts.of(List.of(ports));
    }

    @Test
    void a_folder_in_use_is_refused_until_its_run_ends() throws Exception {
        RunLock first = RunLock.take(folder);
        assertThatThrownBy(() -> RunLock.take(folder))
                .hasMessageContaining("Another run (process %d) uses %s"
                        .formatted(ProcessHandle.current().pid(), folder));

        first.release();

        assertThatCode(() -> RunLock.take(folder).release()).doesNotThrowAnyException();
    }

    @Test
    void data_of_the_same_versions_are_used_again_and_others_are_refused() throws Exception {
        Path data = folder.resolve("data");
        DataFormat.claim(data, new Versions("4.1.1", "11.4.5"));
        assertThatCode(() -> DataFormat.claim(data, new Versions("4.1.1", "11.4.5")))
                .doesNotThrowAnyException();

        assertThatThrownBy(() -> DataFormat.claim(data, new Versions("4.2.0", "11.4.5")))
                .hasMessageContaining("Kafka 4.1.1")
                .hasMessageContaining("Kafka 4.2.0")
                .hasMessageContaining("rm -r '%s'".formatted(data));
    }

    @Test
    void data_that_nobody_marked_are_refused() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));

        assertThatThrownBy(() -> DataFormat.claim(data, Versions.current())).hasMessageContaining("something else");
    }
}
