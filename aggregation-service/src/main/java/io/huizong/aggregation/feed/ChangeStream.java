package io.huizong.aggregation.feed;

import java.util.Map;
import java.util.OptionalInt;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.offset.TopicReader;

/**
 * One reader of the topic of changes, which has one partition. It reads the topic that is there when it is opened, and no other
 * that takes its name. One thread only.
 */
final class ChangeStream implements AutoCloseable {

    private static final int PARTITION = 0;
    /** Compaction may have left no record at the last offsets. */
    private static final int LAST_OFFSETS = 100;

    private final TopicId topicIds;
    private final String topicId;
    private final TopicReader reader;

    ChangeStream(TopicId topicIds, TopicReader reader) {
        this.topicIds = topicIds;
        this.reader = reader;
        try {
            this.topicId = topicIds.askForChanges();
        } catch (RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** The place of an offset. */
    ChangeId id(long offset) {
        return ChangeId.of(topicId, offset);
    }

    /** The place of the last record that was read, or before the place that was gone to. */
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

    /** @throws TopicReplacedException if another topic has the name by now */
    ConsumerRecords<String, byte[]> poll() {
        ConsumerRecords<String, byte[]> records = reader.poll();
        if (!records.isEmpty()) {
            String now = topicIds.askForChanges();
            if (!now.equals(topicId)) {
                throw new TopicReplacedException(topicId, now);
            }
        }
        return records;
    }

    /** The generation that the last record is of; empty if there is no record. */
    OptionalInt lastGeneration() {
        long end = end();
        seek(Math.max(begin(), end - LAST_OFFSETS));
        OptionalInt last = OptionalInt.empty();
        while (reader.position(PARTITION) < end) {
            for (ConsumerRecord<String, byte[]> record : poll()) {
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
