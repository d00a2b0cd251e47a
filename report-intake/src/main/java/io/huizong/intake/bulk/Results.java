package io.huizong.intake.bulk;

import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.huizong.intake.problem.Problem;
import io.huizong.intake.submission.Answers;
import io.huizong.intake.submission.Outcome;

/** Writes the results of a body, one a line. Not thread-safe. */
final class Results {

    private static final int ACCEPTED = 202;

    private enum Kind {
        ACCEPTED,
        REFUSED,
        UNPUBLISHED,
        UNCONFIRMED
    }

    private final Answers answers;
    private final ObjectWriter json;
    private final boolean onlyRefused;
    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    /** @param onlyRefused leaves out what was accepted, and ends with a summary */
    Results(Answers answers, ObjectMapper json, boolean onlyRefused) {
        this.answers = answers;
        this.json = json.writer();
        this.onlyRefused = onlyRefused;
    }

    void add(long line, Outcome outcome) {
        counts.merge(kind(outcome), 1L, Long::sum);
        if (!(outcome instanceof Outcome.Accepted accepted)) {
            add(line, answers.problem(outcome));
        } else if (!onlyRefused) {
            write(
                    json,
                    new Result(
                            line, ACCEPTED, accepted.event().submissionId(), answers.warnings(accepted.event()), null));
        }
    }

    /** What keeps the body from being read on from that line. */
    void add(long line, Problem problem) {
        write(json, new Result(line, problem.status(), null, null, problem));
    }

    private static Kind kind(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted) {
            return Kind.ACCEPTED;
        }
        if (outcome instanceof Outcome.Unconfirmed) {
            return Kind.UNCONFIRMED;
        }
        boolean couldGoBetter = outcome instanceof Outcome.NotPublished
                || outcome instanceof Outcome.Crowded
                || outcome instanceof Outcome.Failed;
        return couldGoBetter ? Kind.UNPUBLISHED : Kind.REFUSED;
    }

    /** The body was read to its end and all its results are there. */
    void complete() {
        if (onlyRefused) {
            write(json.with(SerializationFeature.WRAP_ROOT_VALUE), summary());
        }
    }

    private Summary summary() {
        return new Summary(
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
}
