package io.huizong.aggregation.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;

import io.huizong.aggregation.feed.FeedEvent.Change;
import io.huizong.aggregation.offset.TopicReader;
import io.huizong.aggregation.offset.TopicReaders;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.report.Period;

/** Reads the topic of changes, which has one partition. */
@ApplicationScoped
class ChangeReader {

    private static final int PARTITION = 0;

    private final TopicReaders readers;
    private final DivisionTree tree;
    private final ObjectMapper json;

    ChangeReader(TopicReaders readers, DivisionTree tree, ObjectMapper json) {
        this.readers = readers;
        this.tree = tree;
        this.json = json;
    }

    TopicReader open() {
        return readers.openChanges();
    }

    static long begin(TopicReader reader) {
        return reader.begins().get(PARTITION);
    }

    static long end(TopicReader reader) {
        return reader.ends().get(PARTITION);
    }

    static void seek(TopicReader reader, long offset) {
        reader.seek(Map.of(PARTITION, offset));
    }

    /** The offset of what is read next. */
    static long position(TopicReader reader) {
        return reader.position(PARTITION);
    }

    /** The next changes; none if nothing comes for a moment. */
    List<Change> poll(TopicReader reader) {
        List<Change> changes = new ArrayList<>();
        reader.poll().forEach(record -> change(record).ifPresent(changes::add));
        return changes;
    }

    /** Empty for a place that the tree does not know. */
    private Optional<Change> change(ConsumerRecord<String, byte[]> record) {
        String[] parts = record.key().split("/", 2);
        return tree.get(parts[0])
                .map(jurisdiction -> new RollupKey(jurisdiction, Period.parse(parts[1])))
                .map(place -> new Change(
                        record.offset(),
                        place,
                        record.value() == null ? empty(place, record.headers()) : record.value()));
    }

    private byte[] empty(RollupKey place, Headers headers) {
        ChangeHeaders said = ChangeHeaders.of(headers);
        try {
            return json.writeValueAsBytes(RollupView.empty(place, said.generation(), said.version()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
