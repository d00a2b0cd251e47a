package io.huizong.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.generation.BrokenOffMigration;
import io.huizong.local.LocalServers;

/**
 * A migration runs while the version before still serves: that version finds its columns in the newest schema, and inserts
 * rows that have no others.
 */
class MigrationTest {

    private final LocalServers servers = LocalServers.shared();
    private final String database =
            "huizong_m" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private Connection connection;

    private record Column(String name, String type) {}

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(servers.jdbcUrl(database), servers.dbUser(), servers.dbPassword());
    }

    @AfterEach
    void drop() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop database " + database);
        }
        connection.close();
    }

    @Test
    void every_version_before_can_insert_its_rows_into_the_newest_schema() throws SQLException {
        Map<MigrationVersion, Map<String, List<Column>>> versions = new TreeMap<>();
        for (var migration : flyway(MigrationVersion.LATEST).info().all()) {
            flyway(migration.getVersion()).migrate();
            versions.put(migration.getVersion(), tables());
        }
        Map<String, List<Column>> newest = tables();
        assertThat(versions).hasSizeGreaterThan(1);

        versions.forEach((version, tables) -> tables.forEach((table, columns) -> {
            assertThat(newest.get(table)).as("%s of version %s", table, version).containsAll(columns);
            assertThat(insert(table, columns))
                    .as("rows inserted into %s with the columns of version %s", table, version)
                    .isEqualTo(1);
        }));
    }

    @Test
    void a_migration_that_was_broken_off_can_be_run_again() throws SQLException {
        for (var migration : flyway(MigrationVersion.LATEST).info().all()) {
            flyway(migration.getVersion()).migrate();
            Map<String, List<Column>> made = tables();
            // All that it changes is done, and nobody has written down that it was.
            try (var statement = connection.prepareStatement("delete from flyway_schema_history where version = ?")) {
                statement.setString(1, migration.getVersion().getVersion());
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }

            flyway(migration.getVersion()).migrate();

            assertThat(tables())
                    .as("tables of version %s", migration.getVersion())
                    .isEqualTo(made);
        }
    }

    private Flyway flyway(MigrationVersion target) {
        return Flyway.configure()
                .dataSource(servers.jdbcUrl(database), servers.dbUser(), servers.dbPassword())
                .locations("classpath:db/migration")
                .callbacks(new BrokenOffMigration())
                .target(target)
                .load();
    }

    private Map<String, List<Column>> tables() throws SQLException {
        Map<String, List<Column>> tables = new TreeMap<>();
        try (var statement = connection.prepareStatement("""
                select table_name, column_name, data_type from information_schema.columns
                where table_schema = ? and table_name <> 'flyway_schema_history' order by ordinal_position""")) {
            statement.setString(1, database);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
                            .add(new Column(rows.getString(2), rows.getString(3)));
                }
            }
        }
        return tables;
    }

    private int insert(String table, List<Column> columns) {
        String names = String.join(", ", columns.stream().map(Column::name).toList());
        String values = String.join(
                ", ", columns.stream().map(column -> value(column.type())).toList());
        try (var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            int inserted = statement.executeUpdate("insert into %s (%s) values (%s)".formatted(table, names, values));
            connection.rollback();
            return inserted;
        } catch (SQLException e) {
            throw new AssertionError("%s (%s)".formatted(table, names), e);
        }
    }

    private static String value(String type) {
        return switch (type) {
            case "int", "bigint", "tinyint" -> "77";
            case "char", "varchar", "mediumtext", "binary" -> "'x'";
            case "datetime" -> "'2022-01-01'";
            default -> throw new AssertionError("no value for a column of type " + type);
        };
    }
}
