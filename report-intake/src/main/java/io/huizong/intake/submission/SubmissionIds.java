package io.huizong.intake.submission;

import java.io.UncheckedIOException;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.fasterxml.uuid.impl.NameBasedGenerator;

import io.huizong.contract.event.Origin;
import io.huizong.contract.report.Report;
import io.huizong.intake.validation.Verdict;

/**
 * Gives submissions their ids. Without an idempotency key each is a new one (UUIDv7). Under a key the same content
 * from the same client is the same submission (UUIDv5), however it is written. Thread-safe.
 */
final class SubmissionIds {

    private static final UUID NAMESPACE = UUID.fromString("52f53c39-c46e-4ca1-bd75-1fece8b0c81f");

    private final NoArgGenerator byTime = Generators.timeBasedEpochGenerator();
    private final NameBasedGenerator byName = Generators.nameBasedGenerator(NAMESPACE);

    // A retry must meet the id of the first attempt, even if that was sent to an earlier version of this service.
    private final ObjectMapper canonical = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The name of a submission under a key. As JSON no part can run into the next. */
    private record Name(String client, String key, Long line, String place, Content content) {}

    /** The content for the place; no report means a withdrawal. */
    private record Content(Report report, Integer expectedRevision) {}

    UUID idOf(Verdict.Acceptable submission, Origin origin) {
        if (origin.idempotencyKey() == null) {
            return byTime.generate();
        }
        String place = submission.jurisdiction().code() + "/" + submission.period();
        Report report = submission instanceof Verdict.Valid valid ? valid.report() : null;
        Content content = new Content(report, submission.expectedRevision());
        Name name = new Name(origin.client(), origin.idempotencyKey(), origin.line(), place, content);
        try {
            return byName.generate(canonical.writeValueAsBytes(name));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
