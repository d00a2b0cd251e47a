package io.huizong.aggregation.ingest.batch;

import java.sql.SQLException;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/**
 * Runs transactions again that the database ended to break a deadlock: such a transaction did nothing and would have
 * succeeded alone. Each is counted as {@code huizong.deadlocks}; all writers lock in one order, so more than one in a
 * hundred batches is a reason to look.
 */
@ApplicationScoped
public class DeadlockRetry {

    private static final Logger LOG = Logger.getLogger(DeadlockRetry.class);

    /** SQL:2016, transaction rollback — serialization failure; what InnoDB answers to the victim. */
    private static final String ROLLED_BACK = "40001";

    private static final int MAX_RETRIES = 5;

    private final Counter counter;

    DeadlockRetry(MeterRegistry meters) {
        counter = Counter.builder("huizong.deadlocks")
                .description("Transactions of batches that the database ended to break a deadlock")
                .register(meters);
    }

    /** Runs what begins and commits a transaction; up to five times more if it was the victim of a deadlock. */
    public void survive(Runnable transaction) {
        for (int retries = 0; ; retries++) {
            try {
                transaction.run();
                return;
            } catch (RuntimeException e) {
                if (!isDeadlock(e)) {
                    throw e;
                }
                counter.increment();
                LOG.infof("A batch was the victim of a deadlock, for the %d. time: %s", retries + 1, e.getMessage());
                if (retries == MAX_RETRIES) {
                    throw e;
                }
            }
        }
    }

    private static boolean isDeadlock(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && ROLLED_BACK.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
