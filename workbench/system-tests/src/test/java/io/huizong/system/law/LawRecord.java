package io.huizong.system.law;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;

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

    /** The header of a record that is written into another partition than its key has. */
    static final String MISPLACED = "law-misplaced";

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

    /** As it is written, into the partition that its key has, if it is not misplaced, or that its number has if there is no key. */
    ProducerRecord<byte[], byte[]> in(String topic, int partitions) {
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        int partition = key == null ? number % partitions : Utils.toPositive(Utils.murmur2(keyBytes)) % partitions;
        if (headers.containsKey(MISPLACED)) {
            partition = (partition + 1) % partitions;
        }
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, partition, timestamp, keyBytes, value);
        headers.forEach((name, bytes) -> record.headers().add(name, bytes));
        record.headers().add(NUMBER, Integer.toString(number).getBytes(StandardCharsets.US_ASCII));
        return record;
    }
}
