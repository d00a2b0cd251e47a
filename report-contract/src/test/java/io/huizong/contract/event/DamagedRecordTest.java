package io.huizong.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Whatever a record holds, reading it ends with an event or with {@link UnreadableEventException}, never otherwise. */
class DamagedRecordTest {

    private final ReportEventCodec codec = new ReportEventCodec();

    @Property
    void random_bytes_are_refused(@ForAll byte[] data, @ForAll("golden") GoldenEvent golden) {
        EncodedEvent event = golden.file();

        Refusal.of(new EncodedEvent(event.key(), event.headers(), data));
    }

    @Property
    void random_headers_are_refused_or_do_no_harm(
            @ForAll("golden") GoldenEvent golden, @ForAll("headers") Map<String, String> headers) {
        EncodedEvent event = golden.file();
        event.headers().putAll(headers);

        assertThatOnlyUnreadable(event);
    }

    @Property
    void an_event_with_some_bytes_changed_is_refused_or_still_an_event(@ForAll("damaged") EncodedEvent damaged) {
        assertThatOnlyUnreadable(damaged);
    }

    private void assertThatOnlyUnreadable(EncodedEvent event) {
        try {
            assertThat(codec.decode(event.key(), event.headers()::get, event.data()))
                    .isNotNull();
        } catch (UnreadableEventException e) {
            assertThat(e).message().isNotBlank();
        }
    }

    @Provide
    static Arbitrary<GoldenEvent> golden() {
        return Arbitraries.of(GoldenEvent.all().toList());
    }

    @Provide
    static Arbitrary<Map<String, String>> headers() {
        return Arbitraries.maps(
                        Arbitraries.of("ce_id", "ce_type", "ce_time", "ce_specversion"),
                        Arbitraries.oneOf(
                                Arbitraries.strings().ofMaxLength(40),
                                Arbitraries.of("1.0", ReportSubmitted.TYPE, ReportWithdrawn.TYPE),
                                Arbitraries.strings()
                                        .withChars("0123456789abcdef-TZ:.+")
                                        .ofMaxLength(40)))
                .ofMinSize(1);
    }

    /** One or more stretches of a golden value cut out or replaced by bytes that mean something in JSON. */
    @Provide
    static Arbitrary<EncodedEvent> damaged() {
        Arbitrary<Tuple2<Integer, Byte>> changes = Combinators.combine(
                        Arbitraries.integers().between(0, 2_000),
                        Arbitraries.oneOf(
                                Arbitraries.of("{}[]\",:0123456789-eE.\\untrfals "
                                        .chars()
                                        .mapToObj(character -> (byte) character)
                                        .toList()),
                                Arbitraries.bytes()))
                .as(Tuple::of);
        return Combinators.combine(
                        golden(),
                        changes.list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.integers().between(0, 3))
                .as((golden, list, cut) -> {
                    EncodedEvent event = golden.file();
                    byte[] data = event.data();
                    list.forEach(change -> data[change.get1() % data.length] = change.get2());
                    return new EncodedEvent(
                            event.key(), event.headers(), cut == 0 ? Arrays.copyOf(data, data.length - 1) : data);
                });
    }
}
