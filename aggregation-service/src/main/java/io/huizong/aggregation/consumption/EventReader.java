package io.huizong.aggregation.consumption;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.report.LoggedEvent;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.UnreadableEventException;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;

/** Reads the records of the log, and says of those that cannot be applied why. */
@ApplicationScoped
class EventReader {

    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final ReportEventCodec codec = new ReportEventCodec();

    EventReader(DivisionTree tree, IndicatorCatalog catalog) {
        this.tree = tree;
        this.catalog = catalog;
    }

    LogEntry read(ConsumerRecord<String, byte[]> record) {
        ReportEvent event;
        try {
            event = codec.decode(record.key(), header(record), record.value());
        } catch (UnreadableEventException e) {
            return new LogEntry.Inapplicable(record, e.getMessage());
        }
        Optional<Jurisdiction> jurisdiction = tree.get(event.jurisdiction());
        if (jurisdiction.isEmpty()) {
            return new LogEntry.Inapplicable(record, "Unknown jurisdiction " + event.jurisdiction());
        }
        List<String> unknown = unknownIndicators(event);
        if (!unknown.isEmpty()) {
            return new LogEntry.Inapplicable(record, "Unknown indicators " + String.join(", ", unknown));
        }
        return new LogEntry.Applicable(new LoggedEvent(
                event, new Place(jurisdiction.get(), event.period()), record.partition(), record.offset()));
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
