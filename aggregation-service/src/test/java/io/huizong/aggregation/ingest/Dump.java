package io.huizong.aggregation.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A dump of all tables, which is loaded over them as mariadb-dump writes it: one table after another, by their names. */
final class Dump implements AutoCloseable {

    private static final List<String> TABLES = List.of(
            "generation",
            "log_position",
            "publication",
            "report",
            "rollup",
            "submission",
            "submission_key",
            "uncounted",
            "unreadable");

    private final DataSource database;

    private Dump(DataSource database) {
        this.database = database;
    }

    /** What the tables hold now. Nothing may be applied meanwhile. */
    static Dump of(DataSource database) throws SQLException {
        Dump dump = new Dump(database);
        dump.each(
                "drop table if exists copy_of_%1$s",
                "create table copy_of_%1$s like %1$s", "insert into copy_of_%1$s select * from %1$s");
        return dump;
    }

    /** What happens while it is being loaded. */
    @FunctionalInterface
    interface Meanwhile {
        void run() throws Exception;
    }

    /** Loads it; something happens after the positions were loaded, before the tables behind. */
    void load(Meanwhile meanwhile) throws Exception {
        int next = TABLES.indexOf("log_position") + 1;
        load(TABLES.subList(0, next));
        try {
            meanwhile.run();
        } finally {
            load(TABLES.subList(next, TABLES.size()));
        }
    }

    private void load(List<String> tables) throws SQLException {
        each(
                tables,
                "drop table %1$s",
                "create table %1$s like copy_of_%1$s",
                "insert into %1$s select * from copy_of_%1$s");
    }

    @Override
    public void close() throws SQLException {
        each("drop table copy_of_%1$s");
    }

    private void each(String... statements) throws SQLException {
        each(TABLES, statements);
    }

    private void each(List<String> tables, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables) {
                for (String text : statements) {
                    statement.execute(text.formatted(table));
                }
            }
        }
    }
}
