package io.huizong.aggregation.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.FeedEvent.Change;
import io.huizong.aggregation.offset.KafkaClients;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.offset.TopicReader;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.report.Period;

/** Reads the topic of changes. */
@ApplicationScoped
class ChangeReader {

    private static final Logger LOG = Logger.getLogger(ChangeReader.class);
    private static final String SEPARATOR = "/";
    private static final int PARTITION = 0;
    /** Compaction may have left no record at the last offsets. */
    private static final int LAST_OFFSETS = 100;

    private final KafkaClients clients;
    private final TopicId topicId;
    private final DivisionTree tree;
    private final ObjectMapper json;

    ChangeReader(KafkaClients clients, TopicId topicId, DivisionTree tree, ObjectMapper json) {
        this.clients = clients;
        this.topicId = topicId;
        this.tree = tree;
        this.json = json;
    }

    /** Another topic has the name of the one that is being read. */
    static final class TopicReplacedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TopicReplacedException(String before, String now) {
            super("the topic of changes had the id %s, and has the id %s".formatted(before, now));
        }
    }

    /** A stream of the topic that is there now, to be closed by the caller. */
    ChangeStream open() {
        return new ChangeStream();
    }

    /**
     * Reads the topic that was there when it was opened, and no other that takes its name. The topic has one partition. One
     * thread only.
     */
    final class ChangeStream implements AutoCloseable {

        private final TopicReader reader = clients.openChanges();
        private final String id;

        private ChangeStream() {
            try {
                id = topicId.askForChanges();
            } catch (RuntimeException e) {
                reader.close();
                throw e;
            }
        }

        /** The id of the record at an offset. */
        ChangeId id(long offset) {
            return ChangeId.of(id, offset);
        }

        /** The id of the last record that was read, or before the offset of the last seek. */
        ChangeId reached() {
            return id(reader.position(PARTITION) - 1);
        }

        long begin() {
            return reader.begins().get(PARTITION);
        }

        long end() {
            return reader.ends().get(PARTITION);
        }

        void seek(long offset) {
            reader.seek(Map.of(PARTITION, offset));
        }

        /**
         * The next changes; none if nothing comes for a moment.
         *
         * @throws TopicReplacedException if another topic has the name by now
         */
        List<Change> poll() {
            List<Change> changes = new ArrayList<>();
            records().forEach(record -> change(id(record.offset()), record).ifPresent(changes::add));
            return changes;
        }

        private ConsumerRecords<String, byte[]> records() {
            ConsumerRecords<String, byte[]> records = reader.poll();
            String now = records.isEmpty() ? id : topicId.askForChanges();
            if (!now.equals(id)) {
                throw new TopicReplacedException(id, now);
            }
            return records;
        }

        /** The generation of the last record; empty if there is no record. */
        OptionalInt lastGeneration() {
            long end = end();
            seek(Math.max(begin(), end - LAST_OFFSETS));
            OptionalInt last = OptionalInt.empty();
            while (reader.position(PARTITION) < end) {
                for (ConsumerRecord<String, byte[]> record : records()) {
                    last = OptionalInt.of(ChangeHeaders.of(record.headers()).generation());
                }
            }
            return last;
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    /** Empty for a jurisdiction that the tree does not know, and for a record that another service has written. */
    private Optional<Change> change(ChangeId id, ConsumerRecord<String, byte[]> record) {
        Optional<Period> period = period(record.key());
        if (period.isEmpty()) {
            LOG.warnf(
                    "Record %d of the topic of changes is passed over: its key is %s, expected one such as 53/2021",
                    record.offset(), record.key());
            return Optional.empty();
        }
        return tree.get(record.key().substring(0, record.key().indexOf(SEPARATOR)))
                .map(jurisdiction -> new RollupKey(jurisdiction, period.get()))
                .map(key ->
                        new Change(id, key, record.value() == null ? empty(key, record.headers()) : record.value()));
    }

    private static Optional<Period> period(String key) {
        int end = key == null ? -1 : key.indexOf(SEPARATOR);
        try {
            return end < 0 ? Optional.empty() : Optional.of(Period.parse(key.substring(end + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] empty(RollupKey key, Headers headers) {
        ChangeHeaders said = ChangeHeaders.of(headers);
        try {
            return json.writeValueAsBytes(RollupView.empty(key, said.generation(), said.version()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
