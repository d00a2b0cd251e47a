package io.huizong.aggregation.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import org.hibernate.SharedSessionContract;

/**
 * A statement about one row, which the driver sends for many rows at once. An {@code insert … on duplicate key update} takes the
 * exclusive lock of each row, whether it finds or makes it, in the order of the rows.
 *
 * @param <T> what a row is made from
 * @param statement for one row
 * @param binding sets the parameters of one row
 */
public record RowStatement<T>(String statement, Binding<T> binding) {

    /** Sets the parameters of a row. */
    @FunctionalInterface
    public interface Binding<T> {

        /** Sets the parameters, which are numbered from 1. */
        void bind(PreparedStatement prepared, T row) throws SQLException;
    }

    /** Runs it for the rows in their order, within the session's transaction. */
    public void run(SharedSessionContract session, List<T> rows) {
        if (rows.isEmpty()) {
            return;
        }
        session.doWork(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (List<T> some : Chunks.of(rows)) {
                    run(prepared, some);
                }
            }
        });
    }

    private void run(PreparedStatement prepared, List<T> some) throws SQLException {
        if (some.size() == 1) {
            // For a batch of one the driver would prepare the statement once more, and close it.
            binding.bind(prepared, some.get(0));
            prepared.executeUpdate();
            return;
        }
        for (T row : some) {
            binding.bind(prepared, row);
            prepared.addBatch();
        }
        prepared.executeBatch();
    }
}
