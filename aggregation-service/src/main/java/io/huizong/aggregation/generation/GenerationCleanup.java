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
    private static final int MAX_ROWS = 2000;

    private final GenerationRows rows;
    private final TableStamps stamps;
    private final Duration grace;

    GenerationCleanup(
            GenerationRows rows,
            TableStamps stamps,
            @ConfigProperty(name = "huizong.generations.keep-retired") Duration grace) {
        this.rows = rows;
        this.stamps = stamps;
        this.grace = grace;
    }

    @Scheduled(
            every = "{huizong.generations.cleanup-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void clean() {
        try {
            removeRetired();
        } catch (RuntimeException e) {
            LOG.warnf("Generations that ended cannot be removed now: %s", e);
        }
    }

    void removeRetired() {
        QuarkusTransaction.requiringNew()
                .run(() -> rows.endRetired(Instant.now().minus(grace)));
        for (int generation : QuarkusTransaction.requiringNew().call(rows::ended)) {
            TABLES.forEach(table -> empty(table, generation));
            if (QuarkusTransaction.requiringNew()
                    .call(() -> rows.keepEnded(generation) && rows.removeUnlessNewest(generation))) {
                LOG.infof("Generation %d is removed", generation);
            }
        }
    }

    /** In many small transactions: other writers wait for no large lock. */
    private void empty(String table, int generation) {
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> removeSome(table, generation));
        } while (removed == MAX_ROWS);
    }

    /** Since the chunk before, the database may have gone back to when the generation served. */
    private int removeSome(String table, int generation) {
        if (!rows.keepEnded(generation)) {
            return 0;
        }
        stamps.check();
        return rows.removeSome(table, generation, MAX_ROWS);
    }
}
