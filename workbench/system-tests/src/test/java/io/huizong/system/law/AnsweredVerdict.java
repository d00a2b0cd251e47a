package io.huizong.system.law;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.huizong.system.history.NotCounted;
import io.huizong.system.history.Place;
import io.huizong.system.history.PlacedSubmission;
import io.huizong.system.history.SubmissionOutcome;
import io.huizong.system.instances.AggregationInstance;
import io.huizong.system.stored.LogOffset;
import io.huizong.system.stored.StoredTables;

/** Whether one instance answers rightly what submissions came to, what is not counted and what is set aside. */
final class AnsweredVerdict {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SAMPLE = 40;
    private static final int FILES = 10;

    private final AggregationInstance instance;
    private final String token;
    private final Expectation expected;
    private final String when;

    AnsweredVerdict(AggregationInstance instance, String token, Expectation expected, String when) {
        this.instance = instance;
        this.token = token;
        this.expected = expected;
        this.when = when;
    }

    void assertRight() throws IOException, InterruptedException {
        assertSubmissions();
        assertUncounted();
        assertUnreadable();
        String audit = new String(instance.post("/maintenance/audit", token).body(), StandardCharsets.UTF_8);
        assertThat(audit)
                .as("audit, %s", when)
                .startsWith("{\"differences\":0,")
                .hasLineCount(1);
    }

    private void assertSubmissions() throws IOException, InterruptedException {
        Map<PlacedSubmission, Set<NotCounted>> notCounted = expected.notCounted();
        Map<PlacedSubmission, SubmissionOutcome> outcomes = expected.history().outcomes();
        // An id that foreigners gave to several places does not say which of them is asked for.
        Map<UUID, List<PlacedSubmission>> places = outcomes.keySet().stream().collect(groupingBy(PlacedSubmission::id));
        List<PlacedSubmission> sample = Stream.concat(
                        notCounted.keySet().stream().limit(SAMPLE),
                        outcomes.keySet().stream().limit(SAMPLE))
                .filter(submission -> places.get(submission.id()).size() == 1)
                .toList();
        for (PlacedSubmission submission : sample) {
            JsonNode status = json("/submissions/" + submission.id());
            SubmissionOutcome outcome = outcomes.get(submission);
            JsonNode revision = status.path("revision");
            JsonNode replaced = status.path("replaced");
            assertThat(new SubmissionOutcome(
                            status.path("outcome").textValue(),
                            revision.isNumber() ? revision.intValue() : null,
                            replaced.isTextual() ? UUID.fromString(replaced.textValue()) : null))
                    .as("%s, %s", submission, when)
                    .isEqualTo(outcome);
            if (outcome.outcome().equals("APPLIED")) {
                assertThat(StoredTables.notCounted(status.path("notCounted")))
                        .as("what is not counted of %s, %s", submission, when)
                        .isEqualTo(notCounted.getOrDefault(submission, Set.of()));
            }
        }
    }

    private void assertUncounted() throws IOException, InterruptedException {
        Map<PlacedSubmission, Set<NotCounted>> listed = new HashMap<>();
        for (JsonNode item : pages("/maintenance/uncounted")) {
            PlacedSubmission submission = new PlacedSubmission(
                    UUID.fromString(item.path("submissionId").textValue()),
                    new Place(
                            item.path("jurisdiction").textValue(),
                            item.path("period").textValue()));
            listed.put(submission, StoredTables.notCounted(item.path("notCounted")));
            assertThat(item.path("revision").intValue())
                    .as("revision of %s, %s", submission, when)
                    .isEqualTo(expected.history()
                            .revisions()
                            .get(submission.place())
                            .number());
        }
        assertThat(listed).as("the list of what is not counted, %s", when).isEqualTo(expected.uncounted());
    }

    private void assertUnreadable() throws IOException, InterruptedException {
        Set<LogOffset> listed = new HashSet<>();
        for (JsonNode item : pages("/maintenance/unreadable")) {
            LogOffset offset = new LogOffset(
                    item.path("partition").intValue(), item.path("offset").longValue());
            listed.add(offset);
            assertThat(item.path("reason").asText(""))
                    .as("reason of %s", offset)
                    .isNotBlank();
            LawRecord record = expected.unreadable().get(offset);
            if (record != null) {
                assertThat(item.path("submissionId").textValue())
                        .as("submission of %s, %s", offset, when)
                        .isEqualTo(record.submissionId().map(UUID::toString).orElse(null));
            }
        }
        assertThat(listed)
                .as("the list of unreadable records, %s", when)
                .isEqualTo(expected.unreadable().keySet());
        for (Map.Entry<LogOffset, LawRecord> entry :
                expected.unreadable().entrySet().stream().limit(FILES).toList()) {
            LogOffset at = entry.getKey();
            HttpResponse<byte[]> bytes =
                    instance.get("/maintenance/unreadable/%d/%d".formatted(at.partition(), at.offset()), token);
            assertThat(bytes.statusCode()).as("status of the bytes of %s", at).isEqualTo(200);
            assertThat(bytes.body())
                    .as("bytes of %s", at)
                    .isEqualTo(entry.getValue().value());
            if (entry.getValue().submissionId().isPresent()
                    && entry.getValue().event().isEmpty()) {
                JsonNode status =
                        json("/submissions/" + entry.getValue().submissionId().get());
                assertThat(status.path("outcome").textValue()).isEqualTo("UNREADABLE");
            }
        }
    }

    /** All items of a list, page by page. */
    private List<JsonNode> pages(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String cursor = null;
        do {
            String more = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
            JsonNode page = json(path + "?limit=50" + more);
            page.path("items").forEach(items::add);
            cursor = page.path("next").textValue();
        } while (cursor != null);
        return items;
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = instance.get(path, token);
        assertThat(answer.statusCode()).as("status of %s, %s", path, when).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
