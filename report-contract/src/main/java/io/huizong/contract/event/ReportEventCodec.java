package io.huizong.contract.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/**
 * Writes events as Kafka records and reads them back: CloudEvents 1.0 in the binary mode of its Kafka protocol binding.
 * The JSON of the values is described by the schema files beside this class's package. Thread-safe.
 */
public final class ReportEventCodec {

    /**
     * The most bytes of a record's value: 2 MiB. The intake takes reports of 256 KiB, and with all that it adds an event of it is
     * below 1 MiB. What a reader keeps of an event fits into 16 MiB, even where each of its indicators is listed with a reason.
     */
    public static final int MAX_DATA_BYTES = 2 << 20;

    private static final String SOURCE = "urn:huizong:report-intake";
    private static final String SPEC_VERSION = "ce_specversion";
    private static final String SPEC_1_0 = "1.0";
    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";
    private static final String TIME = "ce_time";

    private static final Map<String, Class<? extends EventData>> FORMS = new TreeMap<>(Map.of(
            ReportSubmitted.TYPE, EventData.Submitted.class,
            ReportWithdrawn.TYPE, EventData.Withdrawn.class));
    private static final Pattern ANY_TYPE = Pattern.compile("io\\.huizong\\.[a-z0-9_.-]+\\.v[1-9][0-9]*");
    // No database that stores these times goes further.
    private static final Instant LATEST = Instant.parse("9999-12-30T23:59:59Z");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withConfigOverride(LocalDate.class, date -> date.setFormat(JsonFormat.Value.forLeniency(false)))
            // A later edition of the same version may have added optional fields.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The Kafka record of an event. */
    public EncodedEvent encode(ReportEvent event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, SPEC_1_0);
        headers.put(ID, event.submissionId().toString());
        headers.put(TYPE, event.type());
        headers.put("ce_source", SOURCE);
        headers.put("ce_subject", event.jurisdiction() + "/" + event.period());
        headers.put(TIME, event.time().toString());
        headers.put("content-type", "application/json");
        try {
            return new EncodedEvent(event.jurisdiction(), headers, json.writeValueAsBytes(EventData.of(event)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The event that a Kafka record carries.
     *
     * @param key the record's key; may be null
     * @param header gives a header's value in UTF-8, or null where there is none
     * @param data the record's value; may be null
     * @throws NewerEventException if it is an event of a type or version that only a newer version of this code knows
     * @throws UnreadableEventException if no version can read it
     */
    public ReportEvent decode(String key, UnaryOperator<String> header, byte[] data) throws UnreadableEventException {
        String type = header.apply(TYPE);
        if (isNewer(type)) {
            throw new NewerEventException(type);
        }
        String spec = header.apply(SPEC_VERSION);
        if (!SPEC_1_0.equals(spec)) {
            throw new UnreadableEventException(
                    "The header %s is %s, expected %s".formatted(SPEC_VERSION, spec, SPEC_1_0));
        }
        UUID submissionId = submissionId(header.apply(ID));
        Instant time = time(header.apply(TIME));
        if (data == null) {
            throw new UnreadableEventException("The record has no value, expected the JSON of an event");
        }
        if (data.length > MAX_DATA_BYTES) {
            throw new UnreadableEventException(
                    "The record's value has %d bytes, expected at most %d".formatted(data.length, MAX_DATA_BYTES));
        }
        ReportEvent event = decode(type, data).event(submissionId, time);
        if (!event.jurisdiction().equals(key)) {
            throw new UnreadableEventException("The record's key is %s, expected the jurisdiction %s of its event"
                    .formatted(key, event.jurisdiction()));
        }
        EventContract.check(event);
        return event;
    }

    /**
     * The submission that a record says it is, even if it is otherwise unreadable; empty if it does not say.
     *
     * @param header gives a header's value in UTF-8, or null where there is none
     */
    public static Optional<UUID> submissionIdOf(UnaryOperator<String> header) {
        try {
            return Optional.of(submissionId(header.apply(ID)));
        } catch (UnreadableEventException e) {
            return Optional.empty();
        }
    }

    /** Whether a newer version of Huizong knows that type and this one does not. */
    private static boolean isNewer(String type) {
        return type != null
                && !FORMS.containsKey(type)
                && ANY_TYPE.matcher(type).matches();
    }

    private EventData decode(String type, byte[] data) throws UnreadableEventException {
        if (type == null) {
            throw new UnreadableEventException("The record has no header " + TYPE);
        }
        if (!FORMS.containsKey(type)) {
            throw new UnreadableEventException(
                    "Unknown event type %s, expected %s".formatted(type, String.join(" or ", FORMS.keySet())));
        }
        try {
            EventData decoded = json.readValue(data, FORMS.get(type));
            if (decoded == null) {
                throw new UnreadableEventException("The record's value is null, expected the JSON of an event");
            }
            return decoded;
        } catch (JsonProcessingException e) {
            throw new UnreadableEventException(
                    "The record's value is no %s: %s".formatted(type, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new UnreadableEventException("The record's value is no JSON in UTF-8: " + e.getMessage(), e);
        }
    }

    private static UUID submissionId(String text) throws UnreadableEventException {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
            // fromString reads 1-1-1-1-1 as well.
            throw new IllegalArgumentException("not in canonical form");
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new UnreadableEventException("The header %s is %s, expected a UUID".formatted(ID, text), e);
        }
    }

    private static Instant time(String text) throws UnreadableEventException {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw new DateTimeException("out of range");
            }
            return time;
        } catch (DateTimeException | NullPointerException e) {
            throw new UnreadableEventException(
                    "The header %s is %s, expected a time from 1970 on such as 2022-01-21T08:00:00Z"
                            .formatted(TIME, text),
                    e);
        }
    }
}
