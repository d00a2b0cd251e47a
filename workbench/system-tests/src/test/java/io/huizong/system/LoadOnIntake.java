package io.huizong.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/**
 * Senders of reports, alone and by the hundred, of another township each and every tenth of them bad, that send again
 * what was not answered for good.
 */
final class LoadOnIntake implements AutoCloseable {

    static final String PERIOD = "2022-H2";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SENDERS = 4;
    private static final int BODY = 100;
    // Some 140 reports a second, so that the townships last for minutes.
    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_BETWEEN_BODIES_MILLIS = 1000;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Iterator<String> jurisdictions = DivisionTree.bundled().all().stream()
            .filter(jurisdiction -> jurisdiction.level() == Level.TOWNSHIP && jurisdiction.existsIn(2022))
            .map(Jurisdiction::code)
            .iterator();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final List<Future<Void>> ends = new ArrayList<>();
    private final URI intake;
    private final String token;
    private volatile boolean isEnding;

    LoadOnIntake(String intake, String token) {
        this.intake = URI.create(intake);
        this.token = token;
        IntStream.range(0, SENDERS).forEach(sender -> ends.add(senders.submit(() -> sendAll(1))));
        ends.add(senders.submit(() -> sendAll(BODY)));
    }

    /** Whether so many more answers of that status came than there were when this was called. */
    Callable<Boolean> more(int status, int answers) {
        long before = count(status);
        return () -> count(status) >= before + answers;
    }

    private long count(int status) {
        return attempts.stream()
                .flatMap(attempt -> attempt.statuses().stream())
                .filter(answered -> answered == status)
                .count();
    }

    /** Ends the load; all attempts, each answered for good. */
    List<Attempt> finished() throws Exception {
        isEnding = true;
        for (Future<Void> end : ends) {
            end.get();
        }
        return List.copyOf(attempts);
    }

    /** How many attempts were answered in which ways. */
    static Map<String, Long> counts(List<Attempt> attempts) {
        return attempts.stream()
                .collect(groupingBy(
                        attempt -> attempt.statuses().stream()
                                .distinct()
                                .map(String::valueOf)
                                .collect(joining("-")),
                        TreeMap::new,
                        counting()));
    }

    private Void sendAll(int together) throws IOException, InterruptedException {
        while (!isEnding) {
            List<Attempt> next =
                    IntStream.range(0, together).mapToObj(one -> next()).toList();
            String key = next.get(0).jurisdiction();
            boolean isAnswered;
            do {
                isAnswered = together == 1 ? isAnswered(next.get(0), key) : areAnswered(next, key);
                TimeUnit.MILLISECONDS.sleep(together == 1 ? PAUSE_MILLIS : PAUSE_BETWEEN_BODIES_MILLIS);
            } while (!isAnswered);
        }
        return null;
    }

    private synchronized Attempt next() {
        Attempt attempt = Attempt.of(jurisdictions.next(), attempts.size() % 10 == 9);
        attempts.add(attempt);
        return attempt;
    }

    private boolean isAnswered(Attempt attempt, String key) throws IOException, InterruptedException {
        HttpResponse<String> response = post("application/json", attempt.report(), key);
        JsonNode answer = JSON.readTree(response.body());
        return attempt.answered(
                response.statusCode(), answer.path("submissionId").textValue());
    }

    private boolean areAnswered(List<Attempt> lines, String key) throws IOException, InterruptedException {
        String body = lines.stream().map(Attempt::report).collect(joining("\n"));
        HttpResponse<String> response = post("application/x-ndjson", body, key);
        List<String> results = response.body().lines().toList();
        if (response.statusCode() != 200 || results.size() != lines.size()) {
            throw new AssertionError("%d: %s".formatted(response.statusCode(), response.body()));
        }
        boolean areAnswered = true;
        for (int line = 0; line < lines.size(); line++) {
            JsonNode result = JSON.readTree(results.get(line));
            JsonNode id = result.has("submissionId") ? result.get("submissionId") : result.at("/problem/submissionId");
            areAnswered &= lines.get(line).answered(result.get("status").intValue(), id.textValue());
        }
        return areAnswered;
    }

    private HttpResponse<String> post(String type, String body, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(intake)
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        isEnding = true;
        senders.shutdownNow();
    }
}
