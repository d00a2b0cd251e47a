package io.huizong.system.instances;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.huizong.local.Stage;
import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;
import io.huizong.local.process.LeashedProcess;
import io.huizong.local.server.Ports;

/** One packaged aggregation-service in a process of its own, which can be killed and started again. */
public final class AggregationInstance implements AutoCloseable {

    private static final Path JAR = Path.of("../../aggregation-service/target/quarkus-app/quarkus-run.jar");
    private static final int MAX_ENDED_STARTS = 3;
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private final int port = Ports.free();
    private final Command command;
    private LeashedProcess process;
    private boolean wasReady;
    private int endedStarts;

    /**
     * An instance that is not running yet.
     *
     * @param number from 1, for the name of its log file
     * @param jvm options of its virtual machine
     * @param more settings besides those of the stage
     */
    public AggregationInstance(int number, Stage stage, List<String> jvm, Map<String, String> more) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException("%s is missing: package the services before testing them".formatted(JAR));
        }
        Map<String, String> settings = stage.aggregation(port);
        settings.putAll(more);
        List<String> line = new ArrayList<>(List.of(JavaCommand.EXECUTABLE));
        line.addAll(jvm);
        settings.forEach((name, value) -> line.add("-D%s=%s".formatted(name, value)));
        line.addAll(List.of("-jar", JAR.toString()));
        command = new Command(line, Map.of(), stage.log("aggregation-service-" + number), Optional.empty());
    }

    /** Starts it; returns at once. */
    public void start() throws IOException {
        process = LeashedProcess.start(command);
        wasReady = false;
    }

    /** Returns when the instance is applying reports. */
    public void awaitReady() {
        await("readiness of the instance that logs to " + this).atMost(TIMEOUT).until(this::isReady);
    }

    /**
     * Whether the instance is applying reports. A start that ended, as it does where a database goes away in its midst, is
     * made again, as any supervisor would; an instance that was ready once only ever dies by our hand.
     */
    public boolean isReady() throws IOException, InterruptedException {
        if (!process.isAlive()) {
            if (wasReady || endedStarts == MAX_ENDED_STARTS) {
                throw new AssertionError("An instance ended by itself, see " + this);
            }
            endedStarts++;
            start();
        }
        try {
            wasReady |= get("/q/health/ready", "").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
        return wasReady;
    }

    /** Whether the instance says right now that it is ready; false if it does not answer. */
    public boolean isUp() throws InterruptedException {
        try {
            return get("/q/health/ready", "").statusCode() == 200;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    /** Whether it is running: started, and neither stopped nor killed. */
    public boolean isAlive() {
        return process != null && process.isAlive();
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
        return request.uri(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER)
                .build();
    }

    @Override
    public String toString() {
        return command.log().toString();
    }

    /** Kills the instance as it stands; returns when it is dead. */
    public void kill() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    /** Lets the instance stop, by SIGTERM; returns when it has. */
    public void stop() {
        process.release().join();
    }

    @Override
    public void close() {
        stop();
    }
}
