package io.huizong.aggregation.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

import io.huizong.aggregation.feed.FeedEvent.Change;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.offset.TopicReaders;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.report.Period;

/** Reads the topic of changes. */
@ApplicationScoped
class ChangeReader {

    private static final Logger LOG = Logger.getLogger(ChangeReader.class);
    private static final String SEPARATOR = "/";

    private final TopicReaders readers;
    private final TopicId topicId;
    private final DivisionTree tree;
    private final ObjectMapper json;

    ChangeReader(TopicReaders readers, TopicId topicId, DivisionTree tree, ObjectMapper json) {
        this.readers = readers;
        this.topicId = topicId;
        this.tree = tree;
        this.json = json;
    }

    /** A reader of the topic that is there now, to be closed by the caller. */
    ChangeStream open() {
        return new ChangeStream(topicId, readers.openChanges());
    }

    /**
     * The next changes; none if nothing comes for a moment.
     *
     * @throws TopicReplacedException if they may be of another topic
     */
    List<Change> poll(ChangeStream stream) {
        List<Change> changes = new ArrayList<>();
        stream.poll().forEach(record -> change(stream, record).ifPresent(changes::add));
        return changes;
    }

    /** Empty for a place that the tree does not know, and for a record that another service has written. */
    private Optional<Change> change(ChangeStream stream, ConsumerRecord<String, byte[]> record) {
        Optional<Period> period = period(record.key());
        if (period.isEmpty()) {
            LOG.warnf(
                    "Record %d of the topic of changes is passed over: its key is %s, expected one such as 53/2021",
                    record.offset(), record.key());
            return Optional.empty();
        }
        return tree.get(record.key().substring(0, record.key().indexOf(SEPARATOR)))
                .map(jurisdiction -> new RollupKey(jurisdiction, period.get()))
                .map(place -> new Change(
                        stream.id(record.offset()),
                        place,
                        record.value() == null ? empty(place, record.headers()) : record.value()));
    }

    private static Optional<Period> period(String key) {
        int end = key == null ? -1 : key.indexOf(SEPARATOR);
        try {
            return end < 0 ? Optional.empty() : Optional.of(Period.parse(key.substring(end + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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
