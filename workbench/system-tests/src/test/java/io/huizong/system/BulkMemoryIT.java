package io.huizong.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;

/**
 * The intake's heap does not grow with the body: 512 MB will do for any number of lines. {@code -Dbulk.lines=1000000} sends
 * as many instead of 20,000.
 */
@Tag("slow")
class BulkMemoryIT {

    private static final int LINES = Integer.getInteger("bulk.lines", 20_000);
    private static final int WARM_UP = 10_000;
    private static final int FIGURES = 30;
    private static final long SLACK = 10_000_000;

    @RegisterExtension
    static final RunningPair PAIR = new RunningPair(Map.of("JAVA_TOOL_OPTIONS", "-Xmx512m"));

    private final List<String> jurisdictions = DivisionTree.bundled().all().stream()
            .filter(jurisdiction -> jurisdiction.existsIn(2021))
            .map(Jurisdiction::code)
            .toList();
    private final String members = "\", \"figures\": {"
            + IndicatorCatalog.bundled().all().stream()
                    .filter(indicator -> indicator.kind() == IndicatorKind.COUNT)
                    .limit(FIGURES)
                    .map(Indicator::code)
                    .map("\"%s\": 1234"::formatted)
                    .collect(joining(", "))
            + "}}\n";

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void the_heap_does_not_grow_with_the_body() throws Exception {
        PAIR.aggregationProcess().stop();
        assertThat(accepted(WARM_UP)).isEqualTo(WARM_UP);
        long before = PAIR.intakeProcess().heapBytes();

        Instant begin = Instant.now();
        int accepted = accepted(LINES);
        Duration taken = Duration.between(begin, Instant.now());

        assertThat(accepted).isEqualTo(LINES);
        long after = PAIR.intakeProcess().heapBytes();
        System.out.printf(
                "%d lines in %d ms; heap after %d lines %d bytes, after these %d bytes%n",
                LINES, taken.toMillis(), WARM_UP, before, after);
        assertThat(after).isLessThan(before + SLACK);
    }

    private int accepted(int lines) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PAIR.reports() + "?results=refused"))
                .header("Authorization", "Bearer " + PAIR.submitterToken("CN"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofInputStream(() -> body(lines)))
                .build();
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        JsonNode summary = new ObjectMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body())
                .get("summary");
        assertThat(summary.get("lines").intValue()).as(summary.toString()).isEqualTo(lines);
        return summary.get("accepted").intValue();
    }

    /** Makes its lines while it is read. */
    private InputStream body(int lines) {
        Iterator<Integer> thousands = IntStream.range(0, lines / 1000).iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {

            @Override
            public boolean hasMoreElements() {
                return thousands.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return thousand(thousands.next() * 1000);
            }
        });
    }

    private InputStream thousand(int first) {
        String lines = IntStream.range(first, first + 1000).mapToObj(this::line).collect(joining());
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private String line(int number) {
        // Each for another place, which stands once in a body.
        int month = number / jurisdictions.size();
        return "{\"period\": \"%d-%02d\", \"jurisdiction\": \"".formatted(1950 + month / 12, 1 + month % 12)
                + jurisdictions.get(number % jurisdictions.size())
                + members;
    }
}
