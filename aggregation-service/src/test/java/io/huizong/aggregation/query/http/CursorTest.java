package io.huizong.aggregation.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.commons.problem.ProblemException;

/** A cursor is what the page before gave for the same question; whatever else is given is refused by name. */
class CursorTest {

    private final Cursor cursor = new Cursor("a question");

    @Test
    void what_was_written_is_read() {
        assertThat(cursor.<String>read(cursor.write("53/2022"), null, text -> text))
                .isEqualTo("53/2022");
        assertThat(cursor.read(null, "first", text -> text)).isEqualTo("first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Zm9v", "%", "===="})
    void what_nobody_wrote_is_refused(String text) {
        refused(text);
        refused(new Cursor("another question").write("53/2022"));
    }

    @Test
    void a_position_that_the_parser_cannot_read_is_refused_whatever_it_throws() {
        String madeUp = cursor.write("abc");

        assertThatThrownBy(() -> cursor.read(madeUp, null, text -> text.split("/")[1]))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.read(madeUp, null, Integer::valueOf)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> cursor.read(madeUp, null, text -> {
                    throw new NullPointerException();
                }))
                .isInstanceOf(ProblemException.class);
    }

    private void refused(String text) {
        assertThatThrownBy(() -> cursor.read(text, null, read -> read)).isInstanceOf(ProblemException.class);
    }
}
