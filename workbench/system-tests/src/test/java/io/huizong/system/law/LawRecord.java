package io.huizong.system.law;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;

/**
 * A record of the log, and what it means. It carries its number as a header, so that what is read back is known again without
 * any code of the services.
 *
 * @param key null for none
 * @param timestamp null for the time at which it is sent
 * @param event empty if nobody can read it, whatever the files
 * @param submissionId what it says it is, readable or not
 */
record LawRecord(
        int number,
        String key,
        Map<String, byte[]> headers,
        byte[] value,
        Long timestamp,
        Optional<ReportEvent> event,
        Optional<UUID> submissionId) {

    /** The header with the number. */
    static final String NUMBER = "law-number";

    private static final ReportEventCodec CODEC = new ReportEventCodec();

    static LawRecord of(int number, ReportEvent event, Long timestamp) {
        EncodedEvent encoded = CODEC.encode(event);
        return new LawRecord(
                number,
                encoded.key(),
                Headers.of(encoded),
                encoded.data(),
                timestamp,
                Optional.of(event),
                Optional.of(event.submissionId()));
    }

    /** As it is written, into the partition that its key has, or that its number has if there is no key. */
    ProducerRecord<byte[], byte[]> in(String topic, int partitions) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        Integer partition = key == null ? number % partitions : null;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, timestamp, keyBytes, value);
        headers.forEach((name, bytes) -> record.headers().add(name, bytes));
        record.headers().add(NUMBER, Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
        return record;
    }

    /** The event, if a service with that catalog can read it: it cannot where a whole number has decimals. */
    Optional<ReportEvent> readableWith(IndicatorCatalog catalog) {
        return event.filter(known -> !(known instanceof ReportSubmitted submitted)
                || submitted.report().figures().entrySet().stream()
                        .allMatch(figure -> fits(figure.getValue(), catalog.get(figure.getKey()))));
    }

    private static boolean fits(Figure figure, Optional<Indicator> indicator) {
        return indicator
                .filter(known -> known.kind().isReported() && known.kind().decimals() == 0)
                .map(known -> figure.value().remainder(BigDecimal.ONE).signum() == 0)
                .orElse(true);
    }
}
