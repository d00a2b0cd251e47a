package io.huizong.system.instances;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.huizong.local.Stage;
import io.huizong.local.service.ServiceProcess;

/** One packaged aggregation-service in a process of its own, which can be killed and started again. */
public final class AggregationInstance implements AutoCloseable {

    private static final int MAX_ENDED_STARTS = 3;
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_TIMEOUT)
            .build();

    private final ServiceProcess process;
    private boolean wasReady;
    private int endedStarts;

    /** An instance that is not running yet, with the settings of the stage. */
    public AggregationInstance(Stage stage) {
        this(stage, Map.of());
    }

    /** An instance that is not running yet; these settings, as properties, win over those of the stage. */
    public AggregationInstance(Stage stage, Map<String, String> settings) {
        List<String> options = new ArrayList<>(Stage.SHORT_LIVED);
        options.add("-Xmx256m");
        settings.forEach((name, value) -> options.add("-D%s=%s".formatted(name, value)));
        process = stage.service(Stage.AGGREGATION, options, Map.of());
    }

    /** Starts it; returns at once. */
    public void start() throws IOException {
        process.start();
        wasReady = false;
    }

    /** Returns when the instance is applying reports. */
    public void awaitReady() {
        await("readiness of " + this).atMost(TIMEOUT).until(this::isReady);
    }

    /**
     * Whether the instance is applying reports. A start that ended, as it does where a database goes away in its midst, is
     * made again, as any supervisor would; an instance that was ready once ends only when the test ends it.
     */
    public boolean isReady() throws IOException {
        if (!process.isAlive()) {
            if (wasReady || endedStarts == MAX_ENDED_STARTS) {
                throw new AssertionError("An instance ended by itself: " + this);
            }
            endedStarts++;
            start();
        }
        wasReady |= process.isReady();
        return wasReady;
    }

    /** Whether the instance says right now that it is ready; false if it does not answer. */
    public boolean isUp() {
        return process.isReady();
    }

    /** Whether it is running: started, and neither stopped nor killed. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** How many starts ended by themselves. */
    public int endedStarts() {
        return endedStarts;
    }

    /** The answer to a GET. */
    public HttpResponse<byte[]> get(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, token);
    }

    /** The answer to a GET, when it comes, for who has an answer with that tag. */
    public CompletableFuture<HttpResponse<byte[]>> getUnless(String tag, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder().GET().header("If-None-Match", tag);
        return HTTP.sendAsync(addressed(request, path, token), BodyHandlers.ofByteArray());
    }

    /** The answer to a POST without a body. */
    public HttpResponse<byte[]> post(String path, String token) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().POST(BodyPublishers.noBody()), path, token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, String path, String token)
            throws IOException, InterruptedException {
        return HTTP.send(addressed(request, path, token), BodyHandlers.ofByteArray());
    }

    private HttpRequest addressed(HttpRequest.Builder request, String path, String token) {
        return request.uri(process.uri(path))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER_TIMEOUT)
                .build();
    }

    @Override
    public String toString() {
        return process.toString();
    }

    /** Kills the instance in the midst of its work; returns when it is dead. */
    public void kill() {
        process.kill();
    }

    /** Lets the instance stop, by SIGTERM; returns when it has. */
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        process.close();
    }
}
