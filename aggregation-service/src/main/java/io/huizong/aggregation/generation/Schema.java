package io.huizong.aggregation.generation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jboss.logging.Logger;

/**
 * The tables, which somebody may have taken away under the service, or replaced by those of a dump from before the last upgrade:
 * they are made again or migrated, and filled from the topic.
 */
@ApplicationScoped
class Schema {

    private static final Logger LOG = Logger.getLogger(Schema.class);

    /** No such table; no database chosen, since the one that a connection had was dropped; no such database. */
    private static final Set<Integer> GONE = Set.of(1146, 1046, 1049);

    private static final String APPLIED = "select version from flyway_schema_history where success = 1";
    private static final String HAS_STAMP = """
            select lower(table_name), max(column_name = 'stamp') from information_schema.columns
            where table_schema = database() group by lower(table_name)""";
    private static final String HISTORY = "flyway_schema_history";
    private static final MigrationVersion STAMPED = MigrationVersion.fromVersion("9");
    /** The version that has made a table, of those that are younger than the first one. */
    private static final Map<String, MigrationVersion> MADE =
            Map.of("uncounted", MigrationVersion.fromVersion("7"), "unreadable", MigrationVersion.fromVersion("8"));

    private final Flyway flyway;
    private final AgroalDataSource connections;
    private final TableStamps stamps;
    private MigrationVersion newest;

    Schema(Flyway flyway, AgroalDataSource connections, TableStamps stamps) {
        this.flyway = flyway;
        this.connections = connections;
        this.stamps = stamps;
    }

    /** Whether it was the absence of the tables that made something fail. */
    static boolean isGone(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && GONE.contains(sql.getErrorCode()));
    }

    /** Whether the tables are those of an older version of the service. */
    boolean isOld() {
        try (Connection connection = connections.getConnection()) {
            return applied(connection).compareTo(newest()) < 0;
        } catch (SQLException e) {
            throw new IllegalStateException("the version of the schema cannot be read", e);
        }
    }

    private synchronized MigrationVersion newest() {
        if (newest == null) {
            newest = Arrays.stream(flyway.info().all())
                    .map(MigrationInfo::getVersion)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        return newest;
    }

    /** Makes or migrates the tables; says whether it could. While a dump is being loaded they are left alone. */
    boolean restore() {
        // A connection whose database was dropped has none, even if one of that name is there again.
        connections.flush(FlushMode.GRACEFUL);
        try {
            Optional<String> unfinished = unfinished();
            if (unfinished.isPresent()) {
                LOG.warnf("The tables are left alone: %s", unfinished.get());
                return false;
            }
            flyway.repair();
            flyway.migrate();
            return true;
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("The tables cannot be made or migrated yet: %s", e.getMessage());
            return false;
        }
    }

    /** What shows that a dump is being loaded, or was not loaded to its end; empty if nothing does. */
    private Optional<String> unfinished() throws SQLException {
        try (Connection connection = connections.getConnection()) {
            Map<String, Boolean> stamped = stamped(connection);
            if (!stamped.containsKey(HISTORY)) {
                return TableStamps.TABLES.stream()
                        .filter(stamped::containsKey)
                        .findFirst()
                        .map(table -> "the table %s is there, and %s is not".formatted(table, HISTORY));
            }
            MigrationVersion version = applied(connection);
            boolean isStamped = version.compareTo(STAMPED) >= 0;
            List<String> expected = TableStamps.TABLES.stream()
                    .filter(table -> version.compareTo(MADE.getOrDefault(table, MigrationVersion.EMPTY)) >= 0)
                    .toList();
            Optional<String> other = expected.stream()
                    .filter(table -> !Boolean.valueOf(isStamped).equals(stamped.get(table)))
                    .findFirst();
            if (other.isPresent()) {
                return other.map(table -> stamped.containsKey(table)
                        ? "the table %s is not of version %s, as %s says".formatted(table, version, HISTORY)
                        : "the table %s is not there, and %s is".formatted(table, HISTORY));
            }
            if (isStamped) {
                stamps.check();
            }
            return Optional.empty();
        }
    }

    private static MigrationVersion applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(APPLIED)) {
            MigrationVersion applied = MigrationVersion.EMPTY;
            while (rows.next()) {
                MigrationVersion version = MigrationVersion.fromVersion(rows.getString(1));
                applied = version.compareTo(applied) > 0 ? version : applied;
            }
            return applied;
        }
    }

    private static Map<String, Boolean> stamped(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HAS_STAMP)) {
            Map<String, Boolean> stamped = new HashMap<>();
            while (rows.next()) {
                stamped.put(rows.getString(1), rows.getBoolean(2));
            }
            return stamped;
        }
    }
}
