package io.huizong.aggregation.ingest.batch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.submission.IngestedEvent;
import io.huizong.aggregation.submission.IngestedRecord;
import io.huizong.aggregation.submission.NotCounted;
import io.huizong.aggregation.submission.UnreadableRecord;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.NewerEventException;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.UnreadableEventException;

/** Reads records, and says why some cannot be applied. */
@ApplicationScoped
public class RecordReader {

    private final DivisionTree tree;
    private final CountedParts parts;
    private final int partitions;
    private final ReportEventCodec codec = new ReportEventCodec();

    RecordReader(
            DivisionTree tree, CountedParts parts, @ConfigProperty(name = "huizong.topics.partitions") int partitions) {
        this.tree = tree;
        this.parts = parts;
        this.partitions = partitions;
    }

    /** Reads all records of a poll, side by side; never fails. */
    public List<IngestedRecord> read(String topicId, ConsumerRecords<String, byte[]> records) {
        return StreamSupport.stream(records.spliterator(), true)
                .map(record -> read(topicId, record))
                .toList();
    }

    /** Reads one record; never fails. */
    IngestedRecord read(String topicId, ConsumerRecord<String, byte[]> record) {
        try {
            ReportEvent event = codec.decode(record.key(), header(record), record.value());
            int expected = partition(event.jurisdiction());
            return record.partition() == expected
                    ? applicable(event, record)
                    // The records of one jurisdiction and period have an order only within one partition.
                    : unreadable(
                            topicId,
                            record,
                            "The record is in partition %d, expected partition %d for its key %s"
                                    .formatted(record.partition(), expected, record.key()));
        } catch (NewerEventException e) {
            return new IngestedRecord.Newer(record.partition(), record.offset(), e.getMessage());
        } catch (UnreadableEventException e) {
            return unreadable(topicId, record, e.getMessage());
        }
    }

    /** Where the default partitioner of Kafka's producers puts a key. */
    private int partition(String key) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private IngestedRecord applicable(ReportEvent event, ConsumerRecord<String, byte[]> record) {
        Optional<Jurisdiction> jurisdiction = tree.get(event.jurisdiction());
        Optional<RollupKey> key = jurisdiction
                .filter(known -> known.existsIn(event.period().year()))
                .map(known -> new RollupKey(known, event.period()));
        List<NotCounted> notCounted = parts.notCounted(event, jurisdiction.isPresent(), key.isPresent());
        return new IngestedEvent(event, key, notCounted, record.partition(), record.offset());
    }

    private static IngestedRecord unreadable(String topicId, ConsumerRecord<String, byte[]> record, String reason) {
        return new UnreadableRecord(
                topicId,
                record.partition(),
                record.offset(),
                record.key(),
                reason,
                ReportEventCodec.submissionIdOf(header(record)).orElse(null),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static UnaryOperator<String> header(ConsumerRecord<String, byte[]> record) {
        return name -> {
            Header header = record.headers().lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        };
    }
}
