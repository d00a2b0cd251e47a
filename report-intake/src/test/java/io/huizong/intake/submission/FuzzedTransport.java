package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;

/** A way in, what is sent that way, and what may be answered. */
enum FuzzedTransport {
    SUBMISSION("/reports", "application/json", StandardCharsets.UTF_8),
    CHECK("/reports/validations", "application/json", StandardCharsets.UTF_8),
    NDJSON("/reports", "application/x-ndjson", StandardCharsets.UTF_8),
    CSV("/reports", "text/csv", StandardCharsets.UTF_8),
    CSV_IN_GB18030("/reports", "text/csv;charset=GB18030", Charset.forName("GB18030"));

    private static final Set<Integer> REFUSALS = Set.of(400, 413, 422);

    private final String path;
    private final String contentType;
    private final Charset charset;

    FuzzedTransport(String path, String contentType, Charset charset) {
        this.path = path;
        this.contentType = contentType;
        this.charset = charset;
    }

    String path() {
        return path;
    }

    String contentType() {
        return contentType;
    }

    /** Bodies without end. */
    Supplier<byte[]> bodies(FuzzedPieces pieces) {
        return switch (this) {
            case SUBMISSION, CHECK -> new FuzzedReports(pieces)::next;
            case NDJSON -> new FuzzedLines(pieces)::next;
            case CSV, CSV_IN_GB18030 -> new FuzzedTables(pieces, charset)::next;
        };
    }

    /** Reports that were accepted and refused, a body that was refused as a whole for one. */
    record Count(int accepted, int refused) {

        Count plus(Count other) {
            return new Count(accepted + other.accepted, refused + other.refused);
        }
    }

    /** What was accepted and refused of a body. Throws an AssertionError where it should have been answered otherwise. */
    Count count(byte[] body, HttpResponse<String> response, IndependentCheck check) {
        if (response.statusCode() >= 300) {
            assertSaysWhere(response.statusCode(), Problem.of(response));
            return new Count(0, 1);
        }
        return switch (this) {
            case SUBMISSION, CHECK -> single(body, response, check);
            case NDJSON -> lines(body, results(response), check);
            case CSV, CSV_IN_GB18030 -> rows(body, results(response), check);
        };
    }

    private Count single(byte[] body, HttpResponse<String> response, IndependentCheck check) {
        assertThat(response.statusCode()).isEqualTo(this == CHECK ? 200 : 202);
        check.acceptedPlace(body);
        return new Count(1, 0);
    }

    private static Count lines(byte[] body, List<JsonNode> results, IndependentCheck check) {
        Map<Long, byte[]> lines = FuzzedLines.of(body);
        assertThat(results).extracting(FuzzedTransport::line).containsExactlyElementsOf(lines.keySet());
        return count(results, line -> check.acceptedPlace(lines.get(line)));
    }

    private Count rows(byte[] body, List<JsonNode> results, IndependentCheck check) {
        Map<Long, List<String>> rows = CsvRows.of(body, charset);
        List<Long> begun = new ArrayList<>(rows.keySet());
        assertThat(results).extracting(FuzzedTransport::line).containsExactlyElementsOf(begun.subList(1, begun.size()));
        List<String> header = rows.get(begun.get(0));
        return count(results, line -> check.acceptedPlace(header, rows.get(line)));
    }

    private static Count count(List<JsonNode> results, LongFunction<String> acceptedPlace) {
        Set<String> places = new HashSet<>();
        int accepted = 0;
        for (JsonNode result : results) {
            if (result.get("status").intValue() == 202) {
                String place = acceptedPlace.apply(line(result));
                assertThat(places.add(place)).as("once in a body: %s", place).isTrue();
                accepted++;
            } else {
                assertSaysWhere(result.get("status").intValue(), result.get("problem"));
            }
        }
        return new Count(accepted, results.size() - accepted);
    }

    private static long line(JsonNode result) {
        return result.get("line").longValue();
    }

    private static List<JsonNode> results(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().lines().map(Intake::json).toList();
    }

    private static void assertSaysWhere(int status, JsonNode problem) {
        assertThat(status).isIn(REFUSALS);
        assertThat(problem.get("errors")).isNotEmpty();
        problem.get("errors")
                .forEach(error -> assertThat(error.get("pointer").textValue()).startsWith("#"));
    }
}
