package io.huizong.aggregation.feed;

import static io.huizong.aggregation.Eventually.eventually;
import static io.huizong.aggregation.Reports.wholeArea;
import static io.huizong.aggregation.ReportsTopicWriter.submitted;
import static io.huizong.aggregation.ReportsTopicWriter.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.ChangesReader;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportEvent;
import io.huizong.local.LocalIssuer;

/**
 * However many publish while reports are applied: nothing older ever follows something newer. The reports are always the
 * same; {@code -Dchanges.seed} makes others.
 */
@QuarkusTest
@WithTestResource(ChangesServersResource.class)
class SideBySideTest {

    private static final int APPLIERS = 2;
    private static final int PUBLISHERS = 2;
    private static final int BATCHES = 60;

    LocalIssuer issuer;

    @Inject
    Applier applier;

    @Inject
    OutboxPublisher publisher;

    @Inject
    Rest rest;

    @Inject
    ChangesReader changes;

    @Inject
    DivisionTree tree;

    @Inject
    ObjectMapper json;

    private final Random random = new Random(Long.getLong("changes.seed", 20_260_101));

    @Test
    void several_publishers_never_leave_an_old_value_last() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(APPLIERS + PUBLISHERS);
        CountDownLatch applying = new CountDownLatch(APPLIERS);
        List<Callable<Void>> work = new ArrayList<>();
        for (int partition = 0; partition < APPLIERS; partition++) {
            work.add(applier(partition, applying));
        }
        for (int number = 0; number < PUBLISHERS; number++) {
            work.add(() -> {
                while (applying.getCount() > 0) {
                    publisher.publish(Map.of());
                    rest.end();
                }
                return null;
            });
        }
        try {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        eventually().until(() -> changes.marks() == 0);

        List<ConsumerRecord<String, byte[]>> records = changes.records();
        Map<String, Long> versions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() != null) {
                long version = json.readTree(record.value()).get("version").longValue();
                assertThat(version)
                        .as("version of %s at offset %d", record.key(), record.offset())
                        .isGreaterThanOrEqualTo(versions.getOrDefault(record.key(), 0L));
                versions.put(record.key(), version);
            }
        }
        assertThat(records.stream().filter(record -> record.key().equals("CN/2022")))
                .hasSizeGreaterThan(5);
        Map<String, String> current = changes.current();
        assertThat(current.keySet()).containsExactlyInAnyOrderElementsOf(changes.keys());
        current.values().removeIf(value -> value == null);
        assertThat(current).isEqualTo(changes.shown(issuer, current.keySet()));
    }

    private Callable<Void> applier(int partition, CountDownLatch applying) {
        List<Jurisdiction> townships =
                tree.children(tree.get(partition == 0 ? "530181" : "530112").orElseThrow());
        return () -> {
            try {
                long offset = 0;
                for (int batch = 0; batch < BATCHES; batch++) {
                    List<ReportEvent> events = new ArrayList<>();
                    for (int number = random.nextInt(5); number >= 0; number--) {
                        String code =
                                townships.get(random.nextInt(townships.size())).code();
                        events.add(
                                random.nextInt(4) == 0
                                        ? withdrawn(code, "2022")
                                        : submitted(
                                                wholeArea(code, "mediation.disputes_arisen", random.nextInt(1000))));
                    }
                    applier.apply(partition, offset, events);
                    offset += events.size();
                }
                return null;
            } finally {
                applying.countDown();
            }
        };
    }
}
