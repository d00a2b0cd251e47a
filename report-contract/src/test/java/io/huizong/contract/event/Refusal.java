package io.huizong.contract.event;

import java.nio.charset.StandardCharsets;

/** What the codec says about records that it refuses. */
final class Refusal {

    private static final ReportEventCodec CODEC = new ReportEventCodec();

    private Refusal() {}

    /** The sentence with which a golden event with that value is refused. */
    static String of(GoldenEvent golden, String json) {
        EncodedEvent file = golden.file();
        return of(new EncodedEvent(file.key(), file.headers(), json.getBytes(StandardCharsets.UTF_8)));
    }

    /** The sentence with which that record is refused. */
    static String of(EncodedEvent event) {
        try {
            ReportEvent read = CODEC.decode(event.key(), event.headers()::get, event.data());
            throw new AssertionError("expected a refusal, but was read as " + read);
        } catch (UnreadableEventException e) {
            return e.getMessage();
        }
    }
}
