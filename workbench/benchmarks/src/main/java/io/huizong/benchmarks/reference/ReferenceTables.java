package io.huizong.benchmarks.reference;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.huizong.aggregation.persistence.Chunks;
import io.huizong.local.Stage;

/** A row a revision, a row a current report, a row a touched rollup; sent as the service sends its rows. */
final class ReferenceTables implements AutoCloseable {

    private static final List<String> TABLES =
            List.of("""
            create table ref_revision (
                submission_id binary(16) primary key, jurisdiction varchar(12), period varchar(7), revision int,
                client varchar(255), submitted_at datetime(6), log_partition int, log_offset bigint, report mediumtext)""", """
            create table ref_report (
                period varchar(7), jurisdiction varchar(12), revision int, submission_id binary(16),
                primary key (period, jurisdiction))""", """
            create table ref_rollup (
                period varchar(7), jurisdiction varchar(12), version bigint, scope varchar(10), reports int,
                cells mediumtext, primary key (period, jurisdiction))""", "create table ref_position (log_partition int primary key, next_offset bigint)");

    private final Connection connection;

    ReferenceTables(Stage stage) throws SQLException {
        connection = ReferenceConnection.open(stage);
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table + " default character set utf8mb4 collate utf8mb4_bin");
            }
        }
        connection.commit();
    }

    /** Reads and locks those of the rows that are there. */
    void lock(String table, Collection<RowKey> keys, RowReader reader) throws Exception {
        Map<String, List<String>> codes = keys.stream()
                .collect(Collectors.groupingBy(
                        RowKey::period, Collectors.mapping(RowKey::jurisdiction, Collectors.toList())));
        for (Map.Entry<String, List<String>> period : codes.entrySet()) {
            for (List<String> some : Chunks.of(period.getValue())) {
                lock(table, period.getKey(), some, reader);
            }
        }
    }

    private void lock(String table, String period, List<String> codes, RowReader reader) throws Exception {
        String query = "select * from %s where period = ? and jurisdiction in (%s) for update"
                .formatted(table, String.join(",", Collections.nCopies(codes.size(), "?")));
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, period);
            for (int code = 0; code < codes.size(); code++) {
                select.setString(2 + code, codes.get(code));
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(new RowKey(row.getString("period"), row.getString("jurisdiction")), row);
                }
            }
        }
    }

    <T> void write(String statement, List<T> rows, Binding<T> binding) throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(statement)) {
            for (List<T> some : Chunks.of(rows)) {
                for (T row : some) {
                    binding.bind(write, row);
                    write.addBatch();
                }
                write.executeBatch();
            }
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @FunctionalInterface
    interface RowReader {
        void read(RowKey key, ResultSet row) throws Exception;
    }

    @FunctionalInterface
    interface Binding<T> {
        void bind(PreparedStatement write, T row) throws SQLException;
    }
}
