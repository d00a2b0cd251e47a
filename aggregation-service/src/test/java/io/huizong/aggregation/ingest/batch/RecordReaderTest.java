package io.huizong.aggregation.ingest.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.aggregation.submission.NotCounted;
import io.huizong.aggregation.submission.UnreadableRecord;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** What of a record counts follows from the tree and the catalog; a part that they lack keeps nothing else out. */
class RecordReaderTest {

    private static final String TREE = """
            # edition 1
            code,name,level,parent,from,until,reports
            CN,全国,NATION,,,,yes
            53,云南省,PROVINCE,CN,,,yes
            5301,昆明市,PREFECTURE,53,2000,2020,yes
            """;

    private static final int PARTITIONS = 12;

    private RecordReader reader;

    @BeforeEach
    void read_the_tree(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("divisions.csv"), TREE);
        reader = new RecordReader(DivisionTree.read(file), new CountedParts(IndicatorCatalog.bundled()), PARTITIONS);
    }

    @Test
    void a_report_that_is_known_as_a_whole_counts_as_a_whole() {
        IngestedEvent event = applicable(report("53", "2022", Map.of("mediation.disputes_arisen", Figure.exact(1))));

        assertThat(event.notCounted()).isEmpty();
        assertThat(event.key()).isPresent();
    }

    @Test
    void of_a_jurisdiction_that_is_not_there_in_the_period_only_that_is_named() {
        Map<String, Figure> figures = Map.of("mediation.things_new", Figure.exact(1));

        IngestedEvent later = applicable(report("5301", "2021", figures));
        assertThat(later.notCounted()).containsExactly(new NotCounted("#/period", "jurisdiction.not_in_period"));
        assertThat(later.key()).isEmpty();
        assertThat(applicable(report("5301", "2020-H1", figures)).notCounted())
                .containsExactly(new NotCounted("#/figures/mediation.things_new", "indicator.unknown"));
    }

    @Test
    void of_an_unknown_jurisdiction_only_that_is_named() {
        IngestedEvent event = applicable(report("5302", "2021", Map.of("mediation.things_new", Figure.exact(1))));

        assertThat(event.notCounted()).containsExactly(new NotCounted("#/jurisdiction", "jurisdiction.unknown"));
        assertThat(event.key()).isEmpty();
    }

    @Test
    void a_figure_with_decimals_is_not_counted_where_the_catalog_knows_a_whole_number() {
        Figure decimal = new Figure(new BigDecimal("12.5"), Qualifier.EXACT);

        for (String whole : List.of("mediation.disputes_arisen", "mediation.mediators", "services.centre_items")) {
            assertThat(applicable(report("53", "2022", Map.of(whole, decimal))).notCounted())
                    .containsExactly(new NotCounted("#/figures/" + whole, "figure.not_whole"));
        }
        assertThat(applicable(report("53", "2022", Map.of("mediation.things_new", decimal)))
                        .notCounted())
                .containsExactly(new NotCounted("#/figures/mediation.things_new", "indicator.unknown"));
        assertThat(applicable(report("53", "2022", Map.of("mediation.subsidies", decimal)))
                        .notCounted())
                .isEmpty();
        assertThat(applicable(report("53", "2022", Map.of("training.sessions", decimal)))
                        .notCounted())
                .containsExactly(new NotCounted("#/figures/training.sessions", "indicator.derived"));
    }

    @Test
    void a_record_in_another_partition_than_its_key_leads_to_is_unreadable() {
        ConsumerRecord<String, byte[]> record = report("53", "2022", Map.of());
        for (int partition = 0; partition < PARTITIONS; partition++) {
            IngestedRecord read = read(in(partition, record));
            if (partition == record.partition()) {
                assertThat(read).isInstanceOf(IngestedEvent.class);
            } else {
                assertThat(read)
                        .asInstanceOf(type(UnreadableRecord.class))
                        .extracting(UnreadableRecord::reason)
                        .isEqualTo("The record is in partition %d, expected partition %d for its key 53"
                                .formatted(partition, record.partition()));
            }
        }
    }

    @Test
    void an_event_of_a_newer_type_is_neither_applied_nor_unreadable() {
        for (String newer : List.of("io.huizong.report.submitted.v2", "io.huizong.report.merged.v1")) {
            assertThat(read(record("53", Map.of("ce_type", newer), "?".getBytes(UTF_8))))
                    .asInstanceOf(type(IngestedRecord.Newer.class))
                    .satisfies(entry -> assertThat(entry.reason()).contains(newer))
                    .satisfies(entry -> assertThat(entry.offset()).isEqualTo(7));
        }
        assertThat(read(record("53", Map.of("ce_type", "com.example.submitted.v2"), "?".getBytes(UTF_8))))
                .isInstanceOf(UnreadableRecord.class);
    }

    private IngestedEvent applicable(ConsumerRecord<String, byte[]> record) {
        return assertThat(read(record)).asInstanceOf(type(IngestedEvent.class)).actual();
    }

    private IngestedRecord read(ConsumerRecord<String, byte[]> record) {
        return reader.read("a-log", record);
    }

    private static ConsumerRecord<String, byte[]> report(
            String jurisdiction, String period, Map<String, Figure> figures) {
        Report report =
                new Report(jurisdiction, Period.parse(period), Scope.WHOLE_AREA, figures, Map.of(), null, null, null);
        EncodedEvent encoded = new ReportEventCodec()
                .encode(new ReportSubmitted(
                        UUID.randomUUID(), Instant.EPOCH, report, Origin.of("client"), null, List.of()));
        return record(encoded.key(), encoded.headers(), encoded.data());
    }

    private static ConsumerRecord<String, byte[]> record(String key, Map<String, String> headers, byte[] value) {
        int partition = BuiltInPartitioner.partitionForKey(key.getBytes(UTF_8), PARTITIONS);
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("reports", partition, 7, key, value);
        headers.forEach((name, header) -> record.headers().add(name, header.getBytes(UTF_8)));
        return record;
    }

    private static ConsumerRecord<String, byte[]> in(int partition, ConsumerRecord<String, byte[]> record) {
        ConsumerRecord<String, byte[]> moved =
                new ConsumerRecord<>("reports", partition, 7, record.key(), record.value());
        record.headers().forEach(moved.headers()::add);
        return moved;
    }
}
