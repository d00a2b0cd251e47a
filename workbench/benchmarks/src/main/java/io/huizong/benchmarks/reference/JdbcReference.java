package io.huizong.benchmarks.reference;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.local.Stage;

/**
 * Applies reports by JDBC on a single connection, batches as large as the service's, one transaction each. It drops no
 * repetitions, knows no rates and keeps no outcomes: the least that holds revisions, current reports and totals.
 */
public final class JdbcReference implements AutoCloseable {

    private static final String REVISION = "insert into ref_revision values (?,?,?,?,?,?,?,?,?)";
    private static final String REPORT = "insert into ref_report values (?,?,?,?) on duplicate key update"
            + " revision = values(revision), submission_id = values(submission_id)";
    private static final String ROLLUP = "insert into ref_rollup values (?,?,1,?,?,?) on duplicate key update"
            + " version = version + 1, scope = values(scope), reports = values(reports), cells = values(cells)";
    private static final String POSITION =
            "insert into ref_position values (?,?) on duplicate key update next_offset = values(next_offset)";

    private final Map<String, List<String>> ancestors = ancestors();
    private final Comparator<RowKey> deepestFirst = Comparator.comparing(
                    (RowKey key) -> -ancestors.get(key.jurisdiction()).size())
            .thenComparing(RowKey::period)
            .thenComparing(RowKey::jurisdiction);
    private final ReferenceTables tables;
    private final KafkaConsumer<String, byte[]> consumer;
    private long applied;

    /** A reference that reads the stage's topic from its beginning and has tables of its own in the stage's database. */
    public JdbcReference(Stage stage) throws SQLException {
        tables = new ReferenceTables(stage);
        consumer = ReferenceConsumer.of(stage.servers().kafka(), stage.topic());
    }

    /** Returns when so many records were applied since the topic began. */
    public void applyUntil(long total) throws Exception {
        while (applied < total) {
            ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(100));
            if (!records.isEmpty()) {
                apply(read(records));
                consumer.commitSync();
                applied += records.count();
            }
        }
    }

    private static List<LoggedReport> read(ConsumerRecords<String, byte[]> records) throws IOException {
        List<LoggedReport> reports = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> one : records) {
            reports.add(LoggedReport.of(one));
        }
        return reports;
    }

    private void apply(List<LoggedReport> reports) throws Exception {
        Map<RowKey, Integer> revisions = new TreeMap<>(deepestFirst);
        Map<RowKey, ReferenceRollup> rollups = new TreeMap<>(deepestFirst);
        for (LoggedReport report : reports) {
            revisions.put(report.key(), 0);
            rollups.put(report.key(), new ReferenceRollup());
            above(report.key()).forEach(key -> rollups.put(key, new ReferenceRollup()));
        }
        tables.lock("ref_report", revisions.keySet(), (key, row) -> revisions.put(key, row.getInt("revision")));
        tables.lock("ref_rollup", rollups.keySet(), (key, row) -> rollups.get(key)
                .read(row.getString("scope"), row.getInt("reports"), row.getString("cells")));

        List<Revision> appended = new ArrayList<>();
        for (LoggedReport report : reports) {
            RowKey key = report.key();
            appended.add(new Revision(report, revisions.merge(key, 1, Integer::sum)));
            rollups.get(key)
                    .replaceOwn(
                            report.scope(),
                            report.figures(),
                            above(key).stream().map(rollups::get).toList());
        }
        write(appended, rollups);
    }

    private List<RowKey> above(RowKey key) {
        return ancestors.get(key.jurisdiction()).stream()
                .map(code -> new RowKey(key.period(), code))
                .toList();
    }

    private static Map<String, List<String>> ancestors() {
        DivisionTree tree = DivisionTree.bundled();
        return tree.all().stream()
                .collect(toMap(Jurisdiction::code, jurisdiction -> tree.ancestors(jurisdiction).stream()
                        .map(Jurisdiction::code)
                        .toList()));
    }

    private void write(List<Revision> revisions, Map<RowKey, ReferenceRollup> rollups) throws SQLException {
        tables.write(REVISION, revisions, (row, revision) -> revision.bind(row));
        tables.write(REPORT, revisions, (row, revision) -> revision.bindCurrent(row));
        tables.write(ROLLUP, List.copyOf(rollups.entrySet()), (row, rollup) -> {
            row.setString(1, rollup.getKey().period());
            row.setString(2, rollup.getKey().jurisdiction());
            row.setString(3, rollup.getValue().scope());
            row.setInt(4, rollup.getValue().reports());
            row.setString(5, rollup.getValue().json());
        });
        Map<Integer, Long> next = new TreeMap<>();
        revisions.forEach(revision -> next.merge(
                revision.report().from().partition(), revision.report().from().offset() + 1, Math::max));
        tables.write(POSITION, List.copyOf(next.entrySet()), (row, position) -> {
            row.setInt(1, position.getKey());
            row.setLong(2, position.getValue());
        });
        tables.commit();
    }

    @Override
    public void close() throws SQLException {
        consumer.close();
        tables.close();
    }
}
