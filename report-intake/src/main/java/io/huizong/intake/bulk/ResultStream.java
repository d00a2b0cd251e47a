package io.huizong.intake.bulk;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRootName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.huizong.commons.problem.CommonProblem;
import io.huizong.commons.problem.LocalizedFinding;
import io.huizong.commons.problem.Problem;
import io.huizong.contract.Bilingual;
import io.huizong.contract.event.ReportEvent;
import io.huizong.intake.http.Responses;
import io.huizong.intake.submission.Outcome;

/** Writes the results of a body, one a line. Not thread-safe. */
final class ResultStream {

    private static final int ACCEPTED = 202;

    private enum Kind {
        ACCEPTED,
        REFUSED,
        UNPUBLISHED,
        UNCONFIRMED
    }

    private final Responses responses;
    private final ObjectWriter json;
    private final boolean onlyRefused;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** @param onlyRefused leaves out accepted lines and ends with a summary */
    ResultStream(Responses responses, ObjectMapper json, boolean onlyRefused) {
        this.responses = responses;
        this.json = json.writer();
        this.onlyRefused = onlyRefused;
    }

    void add(long line, Outcome outcome) {
        counts.merge(kind(outcome), 1L, Long::sum);
        if (outcome instanceof Outcome.Failure failure) {
            add(line, failure.problem(responses.language()));
        } else if (outcome instanceof Outcome.Accepted accepted && !onlyRefused) {
            ReportEvent event = accepted.event();
            write(json, new LineResult(line, ACCEPTED, event.submissionId(), responses.warnings(event), null));
        }
    }

    /** Adds that nothing more arrived within that time, which ends the reading of the body at that line. */
    void addTimeout(long line, Duration limit) {
        Bilingual detail = new Bilingual(
                "等待后续内容已超过 %d 秒，此行及其后的内容未受理".formatted(limit.toSeconds()),
                "Nothing more arrived for %d seconds; neither this line nor what follows it was accepted"
                        .formatted(limit.toSeconds()));
        add(line, Problem.of(CommonProblem.REQUEST_TIMEOUT, responses.language(), detail));
    }

    private void add(long line, Problem problem) {
        write(json, new LineResult(line, problem.status(), null, null, problem));
    }

    /** The answer to a body that has no results. */
    Response answer(Outcome outcome) {
        return responses.to(outcome);
    }

    private static Kind kind(Outcome outcome) {
        if (outcome instanceof Outcome.Unconfirmed) {
            return Kind.UNCONFIRMED;
        }
        if (outcome instanceof Outcome.Unpublished) {
            return Kind.UNPUBLISHED;
        }
        return outcome instanceof Outcome.Failure ? Kind.REFUSED : Kind.ACCEPTED;
    }

    /** The body was read to its end and all its results were added. */
    void complete() {
        if (onlyRefused) {
            write(json.with(SerializationFeature.WRAP_ROOT_VALUE), summary());
        }
    }

    private BulkSummary summary() {
        return new BulkSummary(
                counts.values().stream().mapToLong(Long::longValue).sum(),
                count(Kind.ACCEPTED),
                count(Kind.REFUSED),
                count(Kind.UNPUBLISHED),
                count(Kind.UNCONFIRMED));
    }

    private long count(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    private void write(ObjectWriter writer, Object line) {
        try {
            if (written.size() > 0) {
                written.write('\n');
            }
            written.writeBytes(writer.writeValueAsBytes(line));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that were not taken yet. */
    int size() {
        return written.size();
    }

    /** The lines since the last time, without a line break after the last of them. */
    byte[] take() {
        byte[] lines = written.toByteArray();
        written.reset();
        return lines;
    }

    /**
     * The result of one line.
     *
     * @param line number of the line in the body, from 1
     * @param status the HTTP status that the report would have as a single request
     * @param submissionId of an accepted report, else null
     * @param warnings of an accepted report, else null
     * @param problem of a report that was not accepted, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineResult(long line, int status, UUID submissionId, List<LocalizedFinding> warnings, Problem problem) {}

    /**
     * The summary of a body that was read to its end: lines = accepted + refused + unpublished + unconfirmed.
     *
     * @param lines that have a result
     * @param accepted those with status 202
     * @param refused those with a status 4xx, which a retry would get again
     * @param unpublished those that were not published although they break no rule
     * @param unconfirmed those of which it is unknown whether they were published
     */
    @JsonRootName("summary")
    record BulkSummary(long lines, long accepted, long refused, long unpublished, long unconfirmed) {}
}
