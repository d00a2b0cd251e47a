package io.huizong.aggregation.generation;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** The tables, which somebody may have taken away under the service: they are made again, and filled from the log. */
@ApplicationScoped
class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);

    /** No such table; no database chosen, since the one that a connection had was dropped; no such database. */
    private static final Set<Integer> GONE = Set.of(1146, 1046, 1049);

    private final Flyway flyway;
    private final AgroalDataSource connections;

    Schema(Flyway flyway, AgroalDataSource connections) {
        this.flyway = flyway;
        this.connections = connections;
    }

    /** Makes the tables anew; says whether it could. */
    boolean restore() {
        LOG.warn("The tables are gone: they are made anew, and filled from the log");
        // A connection whose database was dropped has none, even if one of that name is there again.
        connections.flush(FlushMode.GRACEFUL);
        try {
            flyway.repair();
            flyway.migrate();
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("The tables cannot be made anew yet: %s", e.getMessage());
            return false;
        }
    }

    /** Whether it was the absence of the tables that made something fail. */
    static boolean isGone(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && GONE.contains(sql.getErrorCode()));
    }
}
