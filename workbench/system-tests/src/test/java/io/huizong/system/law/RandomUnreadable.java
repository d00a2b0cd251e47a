package io.huizong.system.law;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** Records that no version of the services can read, of every kind that people have seen. */
final class RandomUnreadable {

    private static final int MIB = 1 << 20;
    private static final int ROOM_FOR_THE_REST = 1000;
    private static final int HEADER = 600_000;
    private static final Instant TIME = Instant.parse("2023-01-04T08:00:00Z");
    private static final long IN_MICROSECONDS = TIME.getEpochSecond() * 1_000_000;

    private enum Kind {
        JUNK,
        NO_HEADERS,
        FOREIGN_TYPE,
        NO_KEY,
        FOREIGN_KEY,
        BROKEN_SCHEMA,
        MISPLACED,
        TIME_IN_MICROSECONDS,
        HUGE_JUNK,
        HUGE_HEADER
    }

    private static final int SMALL_KINDS = Kind.HUGE_JUNK.ordinal();

    /** What does not fit the schema of a report: text in the event, and what stands in its place. */
    private static final List<Map.Entry<String, String>> BREAKS = List.of(
            Map.entry("\"petitions.visits\":7", "\"petitions.visits\":-7"),
            Map.entry("\"petitions.visits\":7", "\"petitions.visits\":\"7\""),
            Map.entry("\"petitions.visits\":7", "\"petitions.visits\":7,\"petitions.visits\":8"),
            Map.entry("\"WHOLE_AREA\"", "\"SOME_AREA\""),
            Map.entry("\"2022\"", "\"2022-13\""),
            Map.entry("\"origin\"", "\"source\""));

    private final Random random;
    private final ReportEventCodec codec = new ReportEventCodec();
    private int made;

    RandomUnreadable(Random random) {
        this.random = random;
    }

    /** The next one; every kind comes at least once, the huge ones seldom. */
    LawRecord next(int number) {
        Kind kind = made < Kind.values().length
                ? Kind.values()[made]
                : Kind.values()[random.nextInt(random.nextInt(10) == 0 ? Kind.values().length : SMALL_KINDS)];
        made++;
        UUID id = new UUID(random.nextLong(), random.nextLong());
        EncodedEvent event = codec.encode(event(id));
        Map<String, byte[]> headers = Headers.of(event);
        byte[] junk = bytes("这不是JSON {%d".formatted(number));
        return switch (kind) {
            case JUNK -> record(number, event.key(), headers, junk, id);
            case NO_HEADERS -> record(number, event.key(), Map.of(), event.data(), null);
            case FOREIGN_TYPE ->
                record(
                        number,
                        event.key(),
                        Headers.with(headers, "ce_type", bytes("com.example.order.placed.v1")),
                        event.data(),
                        id);
            case NO_KEY -> record(number, null, headers, event.data(), id);
            case FOREIGN_KEY -> record(number, "11", headers, event.data(), id);
            case BROKEN_SCHEMA -> record(number, event.key(), headers, broken(event.data()), id);
            case MISPLACED ->
                record(number, event.key(), Headers.with(headers, LawRecord.MISPLACED, junk), event.data(), id);
            case TIME_IN_MICROSECONDS ->
                new LawRecord(number, event.key(), headers, junk, IN_MICROSECONDS, Optional.empty(), Optional.of(id));
            case HUGE_JUNK -> record(number, event.key(), headers, new byte[MIB - ROOM_FOR_THE_REST], id);
            case HUGE_HEADER -> record(number, event.key(), Headers.with(headers, "trace", new byte[HEADER]), junk, id);
        };
    }

    /** For an event that can be read all the same. */
    static long timeInMicroseconds() {
        return IN_MICROSECONDS;
    }

    private static LawRecord record(int number, String key, Map<String, byte[]> headers, byte[] value, UUID id) {
        return new LawRecord(number, key, headers, value, null, Optional.empty(), Optional.ofNullable(id));
    }

    private byte[] broken(byte[] event) {
        Map.Entry<String, String> replaced = BREAKS.get(random.nextInt(BREAKS.size()));
        String whole = new String(event, StandardCharsets.UTF_8);
        if (!whole.contains(replaced.getKey())) {
            throw new IllegalStateException("%s is not in %s".formatted(replaced.getKey(), whole));
        }
        return bytes(whole.replace(replaced.getKey(), replaced.getValue()));
    }

    private ReportSubmitted event(UUID id) {
        Report report = new Report(
                "53010200" + (1 + random.nextInt(8)),
                Period.parse("2022"),
                Scope.WHOLE_AREA,
                Map.of("petitions.visits", Figure.exact(7)),
                Map.of(),
                List.of(),
                null,
                null);
        return new ReportSubmitted(id, TIME, report, Origin.of("foreigner"), null, List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
