package io.huizong.aggregation.consumption;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.huizong.aggregation.report.LoggedEvent;

/** A record of the log as the service understands it. */
sealed interface LogEntry {

    /** An event that can be applied. */
    record Applicable(LoggedEvent event) implements LogEntry {}

    /** A record that cannot be applied, and a sentence why. */
    record Inapplicable(ConsumerRecord<String, byte[]> record, String reason) implements LogEntry {}
}
