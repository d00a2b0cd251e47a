package io.huizong.aggregation.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLSyntaxErrorException;

import org.junit.jupiter.api.Test;

/** Who asks while the database is away, or its tables are being made, is told to come again. */
class DatabaseFailuresTest {

    private final DatabaseFailures failures = new DatabaseFailures();

    @Test
    void tables_and_columns_that_are_not_there_yet_are_unavailable() {
        assertThat(failures.problem(new IllegalStateException(new SQLSyntaxErrorException("table", "42S02", 1146))))
                .isPresent();
        assertThat(failures.problem(new IllegalStateException(new SQLSyntaxErrorException("column", "42S22", 1054))))
                .isPresent();
        assertThat(failures.problem(new IllegalStateException(new SQLSyntaxErrorException("syntax", "42000", 1064))))
                .isEmpty();
    }
}
