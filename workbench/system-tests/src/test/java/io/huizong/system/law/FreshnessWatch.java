package io.huizong.system.law;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.huizong.system.instances.AggregationInstance;

/** Looks many times a second what instances say of themselves: whether they are ready, and how much they lack. */
final class FreshnessWatch implements AutoCloseable {

    private static final long LOOK_MILLIS = 20;
    private static final String ASKED = "/rollups/CN/2022";

    private final List<AggregationInstance> instances;
    private final String token;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final Set<AggregationInstance> down = ConcurrentHashMap.newKeySet();
    private final Set<AggregationInstance> behind = ConcurrentHashMap.newKeySet();

    FreshnessWatch(List<AggregationInstance> instances, String token) {
        this.instances = List.copyOf(instances);
        this.token = token;
        looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (AggregationInstance instance : instances) {
                if (!instance.isUp()) {
                    down.add(instance);
                }
                if (lag(instance) > 0) {
                    behind.add(instance);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long lag(AggregationInstance instance) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = instance.get(ASKED, token);
            return answer.headers()
                    .firstValue("Huizong-Lag")
                    .filter(lag -> lag.matches("\\d+"))
                    .map(Long::valueOf)
                    .orElse(0L);
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    /** How many instances said at least once that they are not ready. */
    int down() {
        return down.size();
    }

    /** How many said at least once that their answers lack something. */
    int behind() {
        return behind.size();
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
