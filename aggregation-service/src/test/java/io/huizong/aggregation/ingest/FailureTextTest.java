package io.huizong.aggregation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.UndeclaredThrowableException;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;

/** A failure is told by what it came from, without what anybody sent. */
class FailureTextTest {

    private static final SQLException TOO_LONG =
            new SQLException("Data too long for column 'client' at row 1: \"a person's name\"", "22001", 1406);

    @Test
    void the_first_cause_is_told() {
        Throwable wrapped = new UndeclaredThrowableException(
                new IllegalArgumentException("outer", new RuntimeException("inner", TOO_LONG)));

        assertThat(FailureText.reason(wrapped)).isEqualTo("SQLException, SQLState 22001, error 1406");
        assertThat(FailureText.log(wrapped)).startsWith("SQLException, SQLState 22001, error 1406: Data too long");
    }

    @Test
    void nothing_that_a_message_quotes_is_told() {
        for (Throwable failure : List.of(
                TOO_LONG,
                new IllegalArgumentException("no \"4711\" in 'a text'", null),
                new UnsupportedOperationException("Duplicate entry '1-\"x\"-y'"))) {
            assertThat(FailureText.log(failure) + FailureText.reason(failure))
                    .doesNotContain("person", "client", "4711", "a text", "1-", "-y");
        }
    }

    @Test
    void of_a_foreign_failure_only_the_kind_is_told_to_people_elsewhere() {
        assertThat(FailureText.reason(new IllegalArgumentException("a name"))).isEqualTo("IllegalArgumentException");
        assertThat(FailureText.reason(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void our_own_sentences_are_told_as_they_are() {
        assertThat(FailureText.reason(new RuntimeException(new OwnException("the log has lost records"))))
                .isEqualTo("the log has lost records");
        assertThat(FailureText.reason(new IllegalStateException("the brokers do not have the topic reports")))
                .isEqualTo("the brokers do not have the topic reports");
        assertThat(FailureText.reason(new IllegalStateException())).isEqualTo("IllegalStateException");
    }

    private static final class OwnException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OwnException(String message) {
            super(message);
        }
    }

    @Test
    void a_failure_without_a_message_is_told_by_its_class() {
        assertThat(FailureText.log(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }
}
