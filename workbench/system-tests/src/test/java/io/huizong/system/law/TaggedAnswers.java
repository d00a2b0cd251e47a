package io.huizong.system.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.huizong.system.instances.AggregationInstance;

/**
 * A client that keeps every answer it ever got with its tag, and asks again with all of them. What an instance says is unchanged
 * must be what that tag stood for.
 */
final class TaggedAnswers implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final long VISIT_MILLIS = 15;
    private static final int AT_ONCE = 32;
    private static final int MAX_TRIES = 20;

    private final List<String> paths;
    private final String token;
    private final Supplier<List<AggregationInstance>> instances;
    private final ScheduledExecutorService visits = Executors.newSingleThreadScheduledExecutor();
    private final Map<String, Map<String, String>> bodies = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final LongAdder asked = new LongAdder();
    private final LongAdder unchanged = new LongAdder();

    private record Tagged(String tag, String body) {}

    /** Begins to collect. */
    TaggedAnswers(List<String> paths, String token, long seed, Supplier<List<AggregationInstance>> instances) {
        this.paths = paths;
        this.token = token;
        this.instances = instances;
        Random random = new Random(seed);
        visits.scheduleWithFixedDelay(() -> visit(random), 0, VISIT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void visit(Random random) {
        List<AggregationInstance> present = instances.get();
        get(present.get(random.nextInt(present.size())), paths.get(random.nextInt(paths.size())));
    }

    /** The answer now, which is kept; null if there is none. */
    private Tagged get(AggregationInstance instance, String path) {
        try {
            return kept(path, instance.get(path, token));
        } catch (IOException noAnswer) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private Tagged kept(String path, HttpResponse<byte[]> answer) {
        String tag = answer.headers().firstValue("ETag").orElse(null);
        if (answer.statusCode() != OK || tag == null) {
            return null;
        }
        Tagged got = new Tagged(tag, new String(answer.body(), StandardCharsets.UTF_8));
        String before =
                bodies.computeIfAbsent(path, none -> new ConcurrentHashMap<>()).putIfAbsent(got.tag(), got.body());
        if (before != null && !before.equals(got.body())) {
            faults.add("%s: tag %s stands for%n%s%nand for%n%s".formatted(path, tag, before, got.body()));
        }
        return got;
    }

    /** Sends every tag of every path to each of these instances. */
    void verify(List<AggregationInstance> asking) {
        List<CompletableFuture<Void>> all = asking.stream()
                .map(instance -> CompletableFuture.runAsync(() -> paths.forEach(path -> verify(instance, path))))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(faults).as("tags that stand for several answers").isEmpty();
    }

    private void verify(AggregationInstance instance, String path) {
        Map<String, String> unexplained = Map.of();
        Tagged before = get(instance, path);
        for (int attempt = 0; before != null && attempt < MAX_TRIES; attempt++) {
            Map<String, String> same = sayingUnchanged(instance, path);
            Tagged after = get(instance, path);
            if (after == null) {
                return;
            }
            String first = before.body();
            same.values().removeIf(body -> body.equals(first) || body.equals(after.body()));
            unexplained = same;
            boolean isStill = first.equals(after.body());
            if (same.isEmpty() || isStill) {
                break;
            }
            // It changed several times while it was asked for.
            before = after;
        }
        assertThat(unexplained)
                .as("answers to %s that %s says are unchanged, now %s", path, instance, before)
                .isEmpty();
    }

    /** The tags for which the instance sends nothing, each with what it stood for. */
    private Map<String, String> sayingUnchanged(AggregationInstance instance, String path) {
        Map<String, String> known = bodies.getOrDefault(path, Map.of());
        List<String> tags = new ArrayList<>(known.keySet());
        Map<String, String> same = new LinkedHashMap<>();
        for (int from = 0; from < tags.size(); from += AT_ONCE) {
            List<String> some = tags.subList(from, Math.min(from + AT_ONCE, tags.size()));
            Map<String, CompletableFuture<HttpResponse<byte[]>>> answers = new LinkedHashMap<>();
            some.forEach(tag -> answers.put(tag, instance.getUnless(tag, path, token)));
            answers.forEach((tag, coming) -> {
                HttpResponse<byte[]> answer = arrived(coming);
                asked.increment();
                if (answer != null && answer.statusCode() == NOT_MODIFIED) {
                    unchanged.increment();
                    same.put(tag, known.get(tag));
                } else if (answer != null) {
                    kept(path, answer);
                }
            });
        }
        return same;
    }

    private static HttpResponse<byte[]> arrived(CompletableFuture<HttpResponse<byte[]>> coming) {
        try {
            return coming.join();
        } catch (CompletionException noAnswer) {
            return null;
        }
    }

    /** Asked with an old tag so often. */
    long asked() {
        return asked.sum();
    }

    /** Told so often that nothing had changed. */
    long unchanged() {
        return unchanged.sum();
    }

    /** How many different answers it has got. */
    int answers() {
        return bodies.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public void close() {
        visits.shutdownNow();
    }
}
