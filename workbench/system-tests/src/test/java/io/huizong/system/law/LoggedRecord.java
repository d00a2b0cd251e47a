package io.huizong.system.law;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.huizong.system.stored.LogOffset;

/**
 * A record as it stands in the log.
 *
 * @param raw as it was read
 * @param record what was written
 */
record LoggedRecord(ConsumerRecord<byte[], byte[]> raw, LawRecord record) {

    LogOffset offset() {
        return new LogOffset(raw.partition(), raw.offset());
    }
}
