package io.huizong.aggregation.submission;

import java.io.UncheckedIOException;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Report;

/** What of a submission is kept as JSON. */
@ApplicationScoped
class SubmissionJson {

    private final ObjectMapper mapper;

    SubmissionJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Null if there are none. */
    String warnings(List<Finding> warnings) {
        return warnings.isEmpty() ? null : write(warnings);
    }

    /** Empty for null. */
    List<NotCounted> readNotCounted(String text) {
        return text == null ? List.of() : read(text, new TypeReference<List<NotCounted>>() {});
    }

    Report readReport(String text) {
        return read(text, new TypeReference<Report>() {});
    }

    List<Finding> readWarnings(String text) {
        return text == null ? List.of() : read(text, new TypeReference<List<Finding>>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
