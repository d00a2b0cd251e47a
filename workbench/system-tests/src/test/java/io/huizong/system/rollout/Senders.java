package io.huizong.system.rollout;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Senders who post report after report, each over a connection that it keeps, until nobody listens any more. */
final class Senders implements AutoCloseable {

    private static final int SENDERS = 8;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REPORT = """
            {"jurisdiction": "530181", "period": "2021", "figures": {"mediation.disputes_arisen": 10}}""";

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> others = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    private final List<Future<Void>> ends = new ArrayList<>();
    private final HttpRequest request;

    Senders(URI reports, String token) {
        request = HttpRequest.newBuilder(reports)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(REPORT))
                .build();
        for (int sender = 0; sender < SENDERS; sender++) {
            ends.add(threads.submit(this::send));
        }
    }

    private Void send() throws InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
                if (answer.statusCode() == 202) {
                    accepted.add(
                            JSON.readTree(answer.body()).get("submissionId").textValue());
                } else {
                    others.merge(Integer.toString(answer.statusCode()), 1, Integer::sum);
                }
            } catch (ConnectException e) {
                return null;
            } catch (IOException e) {
                others.merge("no answer", 1, Integer::sum);
            }
        }
        return null;
    }

    /** Ids of the submissions that were answered 202. */
    Set<String> accepted() {
        return Set.copyOf(accepted);
    }

    /** How often something else was answered, or nothing. */
    Map<String, Integer> others() {
        return Map.copyOf(others);
    }

    /** Returns when nobody listens any more. */
    void await() throws Exception {
        for (Future<Void> end : ends) {
            end.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
