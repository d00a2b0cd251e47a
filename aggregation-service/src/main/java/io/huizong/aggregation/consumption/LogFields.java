package io.huizong.aggregation.consumption;

import static java.util.stream.Collectors.joining;

import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.MDC;

/** What log lines are about, in fields of their own. */
final class LogFields {

    private LogFields() {}

    /** Lines that are logged meanwhile have a field {@code batch}: where its records begin, as in {@code 0@120 7@35}. */
    static void during(ConsumerRecords<String, byte[]> batch, Runnable work) {
        String begins = batch.partitions().stream()
                .map(partition -> partition.partition() + "@"
                        + batch.records(partition).get(0).offset())
                .sorted()
                .collect(joining(" "));
        during("batch", begins, work);
    }

    /** Lines that are logged meanwhile have a field {@code submissionId}. */
    static void during(UUID submissionId, Runnable work) {
        during("submissionId", submissionId.toString(), work);
    }

    private static void during(String field, String value, Runnable work) {
        MDC.put(field, value);
        try {
            work.run();
        } finally {
            MDC.remove(field);
        }
    }
}
