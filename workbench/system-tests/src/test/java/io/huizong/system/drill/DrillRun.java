package io.huizong.system.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.system.LoggedRecords;
import io.huizong.system.history.ExpectedHistory;
import io.huizong.system.history.PlacedSubmission;
import io.huizong.system.instances.ReportsLog;
import io.huizong.system.stored.Aftermath;
import io.huizong.system.stored.StoredTables;

/** One drill: machines are lost and come back under load, and then everything must be as the topic says. */
final class DrillRun implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);
    // What arrives in two seconds.
    private static final int FEW_WAITING = 600;

    private final DrillPlan plan;
    private final Random random;
    private final DrillCluster cluster = new DrillCluster();
    private final DrillFigures figures = new DrillFigures();
    private ReportsLog log;
    private SteadyClient client;
    private TotalsWatch totals;

    DrillRun(DrillPlan plan) throws IOException {
        this.plan = plan;
        this.random = new Random(plan.seed());
    }

    DrillFigures figures() {
        return figures;
    }

    /** Returns when all machines were lost and are back, and everything is applied and published. */
    void run() throws Exception {
        cluster.start();
        log = new ReportsLog(cluster.stage());
        totals = new TotalsWatch(cluster.stage(), log, cluster.aggregations());
        DrillReports reports = new DrillReports(plan.seed(), DivisionTree.bundled());
        client = new SteadyClient(reports, cluster.intakes(), cluster.stage().submitter());
        await("reports accepted").atMost(TIMEOUT).until(client.more(plan.away()));
        await("totals that follow").atMost(TIMEOUT).pollInterval(LOOK).until(this::isAppliedSoon);
        for (Loss loss : plan.losses(random)) {
            lose(loss);
        }
        client.end();
        await("all to be answered").atMost(TIMEOUT).until(client::isAnswered);
        cluster.awaitReady();
        await("all to be applied").atMost(TIMEOUT).until(() -> log.ends().equals(positions()));
        await("all changes to be published").atMost(TIMEOUT).until(() -> unpublished() == 0);
    }

    private void lose(Loss loss) throws Exception {
        Machine machine = cluster.machine(loss, random);
        if (loss == Loss.PRIMARY) {
            cluster.databases().replica().lag();
            await("a lag of the replica").atMost(TIMEOUT).until(client.more(plan.away(random)));
        }
        client.gaps().reset();
        totals.reset();
        long lost = System.nanoTime();
        machine.kill();
        await("reports accepted without " + loss).atMost(TIMEOUT).until(client.more(plan.away(random)));
        machine.comeBack();
        await("the end of the loss of " + loss)
                .atMost(TIMEOUT)
                .pollInterval(LOOK)
                .until(machine::isWhole);
        await("totals that follow").atMost(TIMEOUT).pollInterval(LOOK).until(this::isAppliedSoon);
        figures.add(loss, client.gaps().longest(), totals.country(), totals.partition());
        System.out.printf(
                "%s was lost, and all was well again after %d ms%n", loss, (System.nanoTime() - lost) / 1_000_000);
    }

    private boolean isAppliedSoon() {
        return totals.waiting() < FEW_WAITING;
    }

    private Map<Integer, Long> positions() throws SQLException {
        try (Connection connection = cluster.stage().connection()) {
            return new StoredTables(connection).positions();
        }
    }

    private int unpublished() throws SQLException {
        try (Connection connection = cluster.stage().connection()) {
            return new StoredTables(connection).unpublished().size();
        }
    }

    /** Every 202 counts once; tables, answers, topic of changes, audit and replica have what follows from the topic. */
    void assertNothingLost() throws Exception {
        List<ReportEvent> events = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : LoggedRecords.of(cluster.stage())) {
            events.add(event(record));
        }
        ExpectedHistory expected = new ExpectedHistory(events);
        System.out.printf(
                "%d accepted, sent again after %s; %d records of %d submissions, of these %d current reports%n",
                client.accepted().size(),
                client.repeated(),
                events.size(),
                expected.outcomes().size(),
                expected.current().size());
        assertThat(client.refused()).as("refused, %s", plan).isEmpty();
        assertSameSubmissions(client.accepted(), expected.outcomes().keySet());
        Aftermath aftermath = new Aftermath(cluster.stage(), cluster.aggregations(), plan, expected);
        aftermath.assertSound();
        assertSameInReplica(aftermath);
    }

    private void assertSameSubmissions(Set<PlacedSubmission> accepted, Set<PlacedSubmission> logged) {
        Set<PlacedSubmission> lost = new HashSet<>(accepted);
        lost.removeAll(logged);
        assertThat(lost).as("accepted and lost, %s", plan).isEmpty();
        Set<PlacedSubmission> astray = new HashSet<>(logged);
        astray.removeAll(accepted);
        assertThat(astray).as("in the topic and never accepted, %s", plan).isEmpty();
    }

    private void assertSameInReplica(Aftermath aftermath) throws Exception {
        try (Connection replica = cluster.connection(cluster.databases().replica())) {
            await("the replica")
                    .atMost(TIMEOUT)
                    .until(() -> new StoredTables(replica).positions().equals(log.ends()));
            aftermath.assertStored(replica);
        }
    }

    private static ReportEvent event(ConsumerRecord<byte[], byte[]> record) throws Exception {
        return new ReportEventCodec()
                .decode(
                        new String(record.key(), StandardCharsets.UTF_8),
                        name -> {
                            Header header = record.headers().lastHeader(name);
                            return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
                        },
                        record.value());
    }

    @Override
    public void close() throws IOException, SQLException {
        if (client != null) {
            client.close();
        }
        if (totals != null) {
            totals.close();
        }
        if (log != null) {
            log.close();
        }
        cluster.close();
    }
}
