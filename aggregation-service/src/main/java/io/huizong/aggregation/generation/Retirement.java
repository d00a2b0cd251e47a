package io.huizong.aggregation.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Removes generations that served before, some time after: whoever had begun to read one can finish. */
@ApplicationScoped
class Retirement {

    private static final Logger LOG = Logger.getLogger(Retirement.class);
    private static final List<String> TABLES =
            List.of("rollup", "dead_letter", "submission", "report", "submission_key", "log_position");
    private static final int ROWS_AT_ONCE = 2000;

    private final GenerationRows rows;
    private final Duration grace;

    Retirement(
            GenerationRows rows,
            @ConfigProperty(name = "huizong.generations.keep-retired", defaultValue = "PT10M") Duration grace) {
        this.rows = rows;
        this.grace = grace;
    }

    @Scheduled(
            every = "{huizong.generations.look-for-retired}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void removeRetired() {
        List<Integer> retired = QuarkusTransaction.requiringNew()
                .call(() -> rows.retiredBefore(Instant.now().minus(grace)));
        for (int generation : retired) {
            TABLES.forEach(table -> empty(table, generation));
            QuarkusTransaction.requiringNew().run(() -> rows.deleteById(generation));
            LOG.infof("Generation %d is removed", generation);
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
