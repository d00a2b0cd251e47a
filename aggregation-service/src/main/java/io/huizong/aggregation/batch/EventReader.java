package io.huizong.aggregation.batch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.report.LoggedEvent;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;

/** Reads the records of the log, and says of those that cannot be applied why. */
@ApplicationScoped
public class EventReader {

    /** As many as their columns hold. */
    private static final int MOST_CHARACTERS = 255;

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final ReportEventCodec codec = new ReportEventCodec();

    EventReader(DivisionTree tree, IndicatorCatalog catalog) {
        this.tree = tree;
        this.catalog = catalog;
    }

    /** Reads all records of a poll, side by side, into one batch; never fails. */
    public Batch read(String logId, ConsumerRecords<String, byte[]> records) {
        return new Batch(
                logId,
                StreamSupport.stream(records.spliterator(), true)
                        .map(record -> read(logId, record))
                        .toList());
    }

    /** Reads one record; never fails. */
    public LogEntry read(String logId, ConsumerRecord<String, byte[]> record) {
        ReportEvent event;
        try {
            event = codec.decode(record.key(), header(record), record.value());
        } catch (UnreadableEventException e) {
            return inapplicable(record, e.getMessage());
        }
        Optional<Jurisdiction> jurisdiction = tree.get(event.jurisdiction());
        if (jurisdiction.isEmpty()) {
            return inapplicable(record, "Unknown jurisdiction " + event.jurisdiction());
        }
        List<String> unknown = unknownIndicators(event);
        if (!unknown.isEmpty()) {
            return inapplicable(record, "Unknown indicators " + String.join(", ", unknown));
        }
        Origin origin = event.origin();
        if (origin.client().length() > MOST_CHARACTERS
                || origin.idempotencyKey() != null && origin.idempotencyKey().length() > MOST_CHARACTERS) {
            return inapplicable(
                    record,
                    "Client or idempotency key too long, expected at most %d characters".formatted(MOST_CHARACTERS));
        }
        return new LogEntry.Applicable(new LoggedEvent(
                event, new Place(jurisdiction.get(), event.period()), logId, record.partition(), record.offset()));
    }

    private static LogEntry inapplicable(ConsumerRecord<String, byte[]> record, String reason) {
        return new LogEntry.Inapplicable(
                record, reason, ReportEventCodec.submissionIdOf(header(record)).orElse(null));
    }

    private static UnaryOperator<String> header(ConsumerRecord<String, byte[]> record) {
        return name -> {
            Header header = record.headers().lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
        };
    }

    /** Codes that the catalog does not have, or has as a kind that is never reported. */
    private List<String> unknownIndicators(ReportEvent event) {
        if (!(event instanceof ReportSubmitted submitted)) {
            return List.of();
        }
        Stream<String> figures = submitted.report().figures().keySet().stream().filter(code -> !catalog.get(code)
                .map(Indicator::kind)
                .filter(kind -> kind.isReported())
                .isPresent());
        Stream<String> rates = submitted.report().statedRates().keySet().stream()
                .filter(code -> catalog.get(code).isEmpty());
        return Stream.concat(figures, rates).toList();
    }
}
