package io.huizong.system.drill;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.huizong.system.drill.DrillRequest.Receipt;
import io.huizong.system.history.PlacedSubmission;

/**
 * Three hundred submissions a second, to each intake in turn: a hundred alone, the others in bodies of twenty. What is not
 * answered, or answered that it cannot be taken now, is sent to the next intake under the same key, until it is accepted.
 */
final class SteadyClient implements AutoCloseable {

    /** How long an answer is waited for. */
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final long EVERY_MILLIS = 20;
    private static final int ALONE = 2;
    private static final int TURNS_OF_A_BODY = 5;
    private static final int BODY = 20;
    private static final int MAX_WAITING = 2_000;
    private static final long PAUSE_MILLIS = 500;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Set<PlacedSubmission> accepted = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, Integer> repeated = new ConcurrentHashMap<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acceptances = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongestGap gaps = new LongestGap();
    private final DrillReports reports;
    private final List<String> intakes;
    private final String token;
    private final ScheduledFuture<?> sending;
    private int turn;

    SteadyClient(DrillReports reports, List<String> intakes, String token) {
        this.reports = reports;
        this.intakes = List.copyOf(intakes);
        this.token = token;
        sending = thread.scheduleAtFixedRate(this::sendSome, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sendSome() {
        if (waiting.get() < MAX_WAITING) {
            turn++;
            for (int one = 0; one < ALONE; one++) {
                sendFirst(reports.next());
            }
            if (turn % TURNS_OF_A_BODY == 0) {
                sendFirst(reports.body(BODY));
            }
        }
    }

    private void sendFirst(DrillRequest request) {
        waiting.addAndGet(request.size());
        send(request, turn);
    }

    private void send(DrillRequest request, int to) {
        String intake = intakes.get(to % intakes.size());
        http.sendAsync(request.to(intake, token), BodyHandlers.ofString()).whenComplete((answer, failure) -> {
            if (failure != null || !isSettled(request, answer)) {
                repeated.merge(failure == null ? Integer.toString(answer.statusCode()) : "no answer", 1, Integer::sum);
                thread.schedule(() -> send(request, to + 1), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            } else {
                waiting.addAndGet(-request.size());
            }
        });
    }

    private boolean isSettled(DrillRequest request, HttpResponse<String> answer) {
        try {
            Receipt receipt = request.receipt(answer);
            for (PlacedSubmission submission : receipt.accepted()) {
                if (accepted.add(submission)) {
                    acceptances.incrementAndGet();
                }
                gaps.happened();
            }
            refused.addAll(receipt.refused());
            return receipt.repeatable() == 0;
        } catch (IOException e) {
            refused.add("%s was answered %s".formatted(request, answer.body()));
            return true;
        }
    }

    /** Whether so many more were accepted than when this was called. */
    Callable<Boolean> more(int count) {
        int before = acceptances.get();
        return () -> acceptances.get() >= before + count;
    }

    /** The time between one acceptance and the next. */
    LongestGap gaps() {
        return gaps;
    }

    /** Sends nothing new from now on. */
    void end() {
        if (sending.isDone()) {
            throw new AssertionError("The load ended before it was to");
        }
        sending.cancel(false);
    }

    /** Whether everything that was sent is answered for good. */
    boolean isAnswered() {
        return waiting.get() == 0;
    }

    /** What was accepted, each once, however often it was sent. */
    Set<PlacedSubmission> accepted() {
        return accepted;
    }

    /** What was answered otherwise for good, which is wrong. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** How often which answer had a request sent again. */
    Map<String, Integer> repeated() {
        return Map.copyOf(repeated);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
