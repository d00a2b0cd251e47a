package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record whose headers or key are not those of an event is refused with a sentence that names them. */
class UnreadableRecordTest {

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_time"})
    void a_missing_header_is_named(String header) {
        EncodedEvent event = GoldenEvent.PLAIN.file();
        event.headers().remove(header);

        assertThat(Refusal.of(event)).contains(header);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_specversion, ''",
        "ce_id, ''",
        "ce_id, 1",
        "ce_id, 1-1-1-1-1",
        "ce_id, 018a2f6e-7c00-7000-8000-00000000000g",
        "ce_id, 018a2f6e7c0070008000000000000001",
        "ce_id, {018a2f6e-7c00-7000-8000-000000000001}",
        "ce_id, ' 018a2f6e-7c00-7000-8000-000000000001'",
        "ce_type, ''",
        "ce_type, io.huizong.report.submitted",
        "ce_type, io.huizong.report.submitted.v0",
        "ce_type, com.example.report.submitted.v2",
        "ce_type, io.huizong.report.Submitted.v1",
        "ce_time, ''",
        "ce_time, 2022-01-21",
        "ce_time, 2022-01-21T08:00:00",
        "ce_time, 2022-13-21T08:00:00Z",
        "ce_time, 1642752000",
        "ce_time, 1969-12-31T23:59:59Z",
        "ce_time, +10000-01-01T00:00:00Z",
        "ce_time, -0001-01-01T00:00:00Z"
    })
    void an_odd_header_is_named_with_its_value(String header, String value) {
        EncodedEvent event = GoldenEvent.PLAIN.file();
        event.headers().put(header, value);

        assertThat(Refusal.of(event)).contains(header.equals("ce_type") ? "event type" : header, value);
    }

    @Test
    void a_record_without_value_is_refused() {
        EncodedEvent event = GoldenEvent.PLAIN.file();

        assertThat(Refusal.of(new EncodedEvent(event.key(), event.headers(), null)))
                .contains("no value");
    }

    @Test
    void a_value_that_is_too_long_is_refused() {
        byte[] padded = Arrays.copyOf(GoldenEvent.PLAIN.file().data(), ReportEventCodec.MAX_DATA_BYTES + 1);
        Arrays.fill(padded, GoldenEvent.PLAIN.file().data().length, padded.length, (byte) ' ');
        EncodedEvent event = GoldenEvent.PLAIN.file();

        assertThat(Refusal.of(new EncodedEvent(event.key(), event.headers(), padded)))
                .contains("2097153 bytes", "at most 2097152");
        assertThatCode(() -> new ReportEventCodec()
                        .decode(event.key(), event.headers()::get, Arrays.copyOf(padded, padded.length - 1)))
                .doesNotThrowAnyException();
    }

    @Test
    void a_withdrawal_is_not_read_as_a_submission_nor_the_reverse() {
        EncodedEvent submitted = GoldenEvent.PLAIN.file();
        EncodedEvent withdrawn = GoldenEvent.WITHDRAWN.file();

        assertThat(Refusal.of(new EncodedEvent(submitted.key(), submitted.headers(), withdrawn.data())))
                .contains(ReportSubmitted.TYPE);
        assertThat(Refusal.of(new EncodedEvent(withdrawn.key(), withdrawn.headers(), submitted.data())))
                .contains(ReportWithdrawn.TYPE);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"null", "''", "530181", "530181009000", "' 530181009'", "CN"},
            nullValues = "null")
    void a_key_other_than_the_jurisdiction_is_refused(String key) {
        EncodedEvent event = GoldenEvent.PLAIN.file();

        assertThat(Refusal.of(new EncodedEvent(key, event.headers(), event.data())))
                .contains("key is " + key)
                .contains("530181009");
    }
}
