package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The wire form stands still: events become exactly the bytes of the golden files and are read back from them, and
 * fields that a later edition adds do not disturb this one.
 */
class WireFormTest {

    private final ReportEventCodec codec = new ReportEventCodec();

    @ParameterizedTest
    @MethodSource("io.huizong.contract.event.GoldenEvent#all")
    void an_event_is_written_as_its_golden_file_to_the_byte(GoldenEvent golden) {
        EncodedEvent encoded = codec.encode(golden.event());

        assertThat(encoded.key()).isEqualTo(golden.event().jurisdiction());
        assertThat(encoded.headers()).containsExactlyEntriesOf(golden.file().headers());
        assertThat(new String(encoded.data(), StandardCharsets.UTF_8)).isEqualTo(golden.json());
        assertThat(encoded.data()).isEqualTo(golden.file().data());
    }

    @ParameterizedTest
    @MethodSource("io.huizong.contract.event.GoldenEvent#all")
    void a_golden_file_is_read_as_its_event(GoldenEvent golden) throws UnreadableEventException {
        EncodedEvent file = golden.file();

        assertThat(codec.decode(file.key(), file.headers()::get, file.data())).isEqualTo(golden.event());
    }

    @Test
    void figures_and_rates_keep_the_order_of_the_report() throws UnreadableEventException {
        EncodedEvent file = GoldenEvent.FILLED_IN.file();

        ReportSubmitted read = (ReportSubmitted) codec.decode(file.key(), file.headers()::get, file.data());

        ReportSubmitted expected = (ReportSubmitted) GoldenEvent.FILLED_IN.event();
        assertThat(new ArrayList<>(read.report().figures().keySet()))
                .isEqualTo(new ArrayList<>(expected.report().figures().keySet()));
        assertThat(new ArrayList<>(read.report().statedRates().keySet()))
                .isEqualTo(new ArrayList<>(expected.report().statedRates().keySet()));
    }

    @Property(tries = 300)
    @Domain(ReportEvents.class)
    void every_event_comes_back_as_it_was(@ForAll ReportEvent event) throws UnreadableEventException {
        EncodedEvent encoded = codec.encode(event);

        assertThat(codec.decode(encoded.key(), encoded.headers()::get, encoded.data()))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("io.huizong.contract.event.GoldenEvent#all")
    void an_old_reader_passes_over_fields_that_a_later_edition_added(GoldenEvent golden)
            throws UnreadableEventException {
        EncodedEvent file = golden.file();
        String later = withFieldsAdded(golden.json());
        assertThat(later).startsWith("{\"added\":").contains("\"origin\":{\"added\":");

        ReportEvent read = codec.decode(file.key(), file.headers()::get, later.getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(golden.event());
    }

    @Test
    void ids_are_read_in_either_case_and_times_with_any_offset() throws UnreadableEventException {
        EncodedEvent file = GoldenEvent.FILLED_IN.file();
        file.headers().computeIfPresent("ce_id", (header, id) -> id.toUpperCase(Locale.ROOT));
        file.headers().put("ce_time", "2023-07-03T09:02:03.004+08:00");

        assertThat(codec.decode(file.key(), file.headers()::get, file.data())).isEqualTo(GoldenEvent.FILLED_IN.event());
    }

    /** A field more in every object, except where the fields are indicators. */
    private static String withFieldsAdded(String json) {
        return json.replaceAll("(?<!\"figures\":|\"statedRates\":)\\{(?=\")", "{\"added\":[[1e99],null],");
    }
}
