package io.huizong.local.samples;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.local.count.SubmittedReport;

/** Submits files one after the other and waits for what they come to. */
final class SampleSubmissions {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final ServicesClient client;
    private final List<String> findings;

    /** @param findings gets a sentence for each file that was not applied */
    SampleSubmissions(ServicesClient client, List<String> findings) {
        this.client = client;
        this.findings = findings;
    }

    /** The reports that were applied, in the order of their files. */
    List<SubmittedReport> submit(List<SampleFile> files) throws IOException {
        Map<SampleFile, String> accepted = new LinkedHashMap<>();
        for (SampleFile file : files) {
            ServicesClient.Answer answer = client.submit(file.body());
            if (answer.status() == 202) {
                accepted.put(file, answer.body().path("submissionId").asText());
            } else {
                findings.add(refusal(file, answer));
            }
        }
        List<SubmittedReport> applied = new ArrayList<>();
        for (Map.Entry<SampleFile, String> entry : accepted.entrySet()) {
            String outcome = awaitOutcome(entry.getValue());
            if (outcome.equals("APPLIED")) {
                applied.add(new SubmittedReport(JSON.readTree(entry.getKey().body())));
            } else {
                findings.add("%s was accepted as %s and came to %s."
                        .formatted(entry.getKey().name(), entry.getValue(), outcome));
            }
        }
        return applied;
    }

    private String awaitOutcome(String id) throws IOException {
        Instant deadline = Instant.now().plus(TIMEOUT);
        while (true) {
            Optional<JsonNode> submission = client.submission(id).filter(found -> found.hasNonNull("outcome"));
            if (submission.isPresent()) {
                return submission.get().path("outcome").asText();
            }
            if (Instant.now().isAfter(deadline)) {
                return "nothing within %d seconds".formatted(TIMEOUT.toSeconds());
            }
            Pause.of(POLL);
        }
    }

    private static String refusal(SampleFile file, ServicesClient.Answer answer) {
        StringBuilder text = new StringBuilder("%s was refused with %d: %s"
                .formatted(
                        file.name(),
                        answer.status(),
                        answer.body()
                                .path("detail")
                                .asText(answer.body().path("title").asText("no reason given"))));
        answer.body()
                .path("errors")
                .forEach(error -> text.append("%n    %s %s: %s"
                        .formatted(
                                error.path("pointer").asText(),
                                error.path("code").asText(),
                                error.path("detail").asText())));
        return text.toString();
    }
}
