package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newer version of Huizong has written is not taken for something that nobody can read. */
class NewerEventTest {

    private final ReportEventCodec codec = new ReportEventCodec();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.huizong.report.submitted.v2",
                "io.huizong.report.withdrawn.v10",
                "io.huizong.report.certified.v1",
                "io.huizong.division.merged.v1",
                "io.huizong.report-part.submitted_2.v3"
            })
    void a_type_of_ours_that_is_not_known_is_newer(String type) {
        EncodedEvent event = GoldenEvent.PLAIN.file();
        event.headers().put("ce_type", type);

        assertThatThrownBy(() -> codec.decode(event.key(), event.headers()::get, event.data()))
                .isInstanceOf(NewerEventException.class)
                .hasMessageContaining(type);
    }

    @Test
    void it_is_newer_whatever_else_is_in_the_record() {
        assertThatThrownBy(() -> codec.decode(
                        null, name -> name.equals("ce_type") ? "io.huizong.report.submitted.v2" : null, null))
                .isInstanceOf(NewerEventException.class);
    }
}
