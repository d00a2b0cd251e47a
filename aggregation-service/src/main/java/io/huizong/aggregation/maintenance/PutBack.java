package io.huizong.aggregation.maintenance;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.huizong.aggregation.batch.BatchApplication;
import io.huizong.aggregation.batch.EventReader;
import io.huizong.aggregation.batch.LogEntry;
import io.huizong.aggregation.log.LogId;
import io.huizong.aggregation.log.LogReader;
import io.huizong.aggregation.log.LogReaders;
import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;

/**
 * Puts a dead letter back: reads it again where it stands in the log. Nothing is appended, and a newer revision of its
 * report is not undone, so that a rebuild comes to the same totals.
 */
@ApplicationScoped
class PutBack {

    private final LogId log;
    private final LogReaders readers;
    private final EventReader events;
    private final BatchApplication application;

    PutBack(LogId log, LogReaders readers, EventReader events, BatchApplication application) {
        this.log = log;
        this.readers = readers;
        this.events = events;
        this.application = application;
    }

    /**
     * Puts that record back.
     *
     * @return the submission that it is
     * @throws ProblemException if it is not on the list, or still cannot be applied
     */
    UUID putBack(int partition, long offset) {
        LogEntry entry = events.read(log.get(), record(partition, offset));
        if (entry instanceof LogEntry.Inapplicable inapplicable) {
            throw new ProblemException(
                    ProblemType.STILL_DEAD,
                    "分区 %d 的第 %d 条记录仍无法处理：%s".formatted(partition, offset, inapplicable.reason()),
                    "Record %d of partition %d still cannot be applied: %s"
                            .formatted(offset, partition, inapplicable.reason()));
        }
        LogEntry.Applicable applicable = (LogEntry.Applicable) entry;
        if (!application.putBack(applicable)) {
            throw notListed(partition, offset);
        }
        return applicable.event().event().submissionId();
    }

    private ConsumerRecord<String, byte[]> record(int partition, long offset) {
        try (LogReader reader = readers.open()) {
            return reader.read(partition, offset).orElseThrow(() -> notListed(partition, offset));
        }
    }

    private static ProblemException notListed(int partition, long offset) {
        return new ProblemException(
                ProblemType.UNKNOWN_DEAD_LETTER,
                "死信中没有分区 %d 的第 %d 条记录".formatted(partition, offset),
                "Record %d of partition %d is not among the dead letters".formatted(offset, partition));
    }
}
