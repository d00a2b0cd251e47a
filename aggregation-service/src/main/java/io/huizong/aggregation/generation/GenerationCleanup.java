package io.huizong.aggregation.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Removes generations that never will serve, and those that served before some time after: who reads one can finish. */
@ApplicationScoped
class GenerationCleanup {

    private static final Logger LOG = Logger.getLogger(GenerationCleanup.class);
    private static final List<String> TABLES = List.of(
            "rollup",
            "unreadable",
            "uncounted",
            "dead_letter",
            "submission",
            "report",
            "submission_key",
            "log_position");
    private static final int ROWS_AT_ONCE = 2000;

    private final GenerationRows rows;
    private final Duration grace;

    GenerationCleanup(
            GenerationRows rows,
            @ConfigProperty(name = "huizong.generations.keep-retired", defaultValue = "PT10M") Duration grace) {
        this.rows = rows;
        this.grace = grace;
    }

    @Scheduled(
            every = "{huizong.generations.cleanup-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeRetired() {
        QuarkusTransaction.requiringNew()
                .run(() -> rows.endRetired(Instant.now().minus(grace)));
        for (int generation : QuarkusTransaction.requiringNew().call(rows::ended)) {
            TABLES.forEach(table -> empty(table, generation));
            if (QuarkusTransaction.requiringNew().call(() -> rows.removeUnlessNewest(generation))) {
                LOG.infof("Generation %d is removed", generation);
            }
        }
    }

    /** In many small transactions: nobody has to wait for a lock or a log of that size. */
    private void empty(String table, int generation) {
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> rows.removeSome(table, generation, ROWS_AT_ONCE));
        } while (removed == ROWS_AT_ONCE);
    }
}
