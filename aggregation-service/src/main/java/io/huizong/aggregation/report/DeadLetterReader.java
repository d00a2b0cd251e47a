package io.huizong.aggregation.report;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads which records of the log could not be applied. */
@ApplicationScoped
public class DeadLetterReader {

    private final DeadLetterRows rows;

    DeadLetterReader(DeadLetterRows rows) {
        this.rows = rows;
    }

    /** How many were not put back. */
    @Transactional
    public long count(int generation) {
        return rows.count("id.generation = ?1 and putBack = false", generation);
    }

    /** Those that were not put back, by their place in the log, at most so many. */
    @Transactional
    public List<DeadLetter> list(int generation, int limit) {
        return rows
                .find("id.generation = ?1 and putBack = false order by id.logId, id.partition, id.offset", generation)
                .page(0, limit)
                .list()
                .stream()
                .map(DeadLetterRow::deadLetter)
                .toList();
    }
}
