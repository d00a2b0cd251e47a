package io.huizong.system.law;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.huizong.local.Stage;

/** One moment of the database, which it can be put back to while the services run. */
final class DatabaseDump {

    private static final String BACK = "_back";
    private static final int NO_SUCH_THREAD = 1094;

    private final Stage stage;
    private final Path file;

    private DatabaseDump(Stage stage, Path file) {
        this.stage = stage;
        this.file = file;
    }

    /** What the database holds now. */
    static DatabaseDump of(Stage stage, Path file) throws IOException {
        stage.databaseClients().dump(stage.schema(), file);
        return new DatabaseDump(stage, file);
    }

    /** Loads it beside the database, which nobody notices. */
    void load() throws IOException, SQLException {
        String back = stage.schema() + BACK;
        try (Connection connection = stage.connection();
                var statement = connection.createStatement()) {
            statement.execute("create database %s character set utf8mb4".formatted(back));
        }
        stage.databaseClients().load(back, file);
    }

    /** Loads it over the database: until the last table is made anew there is a database that never was. */
    void loadOver() throws IOException {
        stage.databaseClients().load(stage.schema(), file);
    }

    /**
     * Puts the database back to what was loaded, in one step for all who look at it: the tables of both change places.
     *
     * @param cut whether the services lose their connections, as they do where another server takes over
     */
    void putBack(boolean cut) throws SQLException {
        String live = stage.schema();
        String back = live + BACK;
        String was = live + "_was";
        try (Connection connection = stage.connection();
                var statement = connection.createStatement()) {
            statement.execute("create database %s character set utf8mb4".formatted(was));
            String swap = Stream.concat(
                            tables(connection, live).stream()
                                    .map(table -> "%s.%s to %s.%s".formatted(live, table, was, table)),
                            tables(connection, back).stream()
                                    .map(table -> "%s.%s to %s.%s".formatted(back, table, live, table)))
                    .collect(joining(", "));
            statement.execute("rename table " + swap);
            if (cut) {
                cut(connection);
            }
            statement.execute("drop database " + was);
            statement.execute("drop database " + back);
        }
    }

    private static List<String> tables(Connection connection, String schema) throws SQLException {
        return strings(
                connection,
                "select table_name from information_schema.tables where table_schema = '%s'".formatted(schema));
    }

    private void cut(Connection connection) throws SQLException {
        List<String> others = strings(
                connection,
                "select id from information_schema.processlist where db = '%s' and id <> connection_id()"
                        .formatted(stage.schema()));
        try (var statement = connection.createStatement()) {
            for (String id : others) {
                kill(statement, id);
            }
        }
    }

    private static void kill(Statement statement, String connection) throws SQLException {
        try {
            statement.execute("kill " + connection);
        } catch (SQLException e) {
            boolean hasGoneByItself = e.getErrorCode() == NO_SUCH_THREAD;
            if (!hasGoneByItself) {
                throw e;
            }
        }
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }
}
