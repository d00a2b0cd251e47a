package io.huizong.system.crash;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;
import io.huizong.local.process.LeashedProcess;
import io.huizong.local.server.Ports;

/** One packaged aggregation-service in a process of its own, which can be killed and started again. */
final class AggregationInstance implements AutoCloseable {

    private static final Path JAR = Path.of("../../aggregation-service/target/quarkus-app/quarkus-run.jar");
    // The first compiler only: an instance seldom lives long enough to earn more.
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m");
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private final int port = Ports.free();
    private final Trap trap = new Trap(this::kill);
    private final DatabaseProxy proxy;
    private final Command command;
    private LeashedProcess process;

    AggregationInstance(int number, CrashStage stage) throws IOException {
        if (!Files.exists(JAR)) {
            throw new IOException("%s is missing: package the services before testing them".formatted(JAR));
        }
        proxy = DatabaseProxy.of(stage.jdbcUrl(), trap);
        List<String> line = new ArrayList<>(List.of(JavaCommand.EXECUTABLE));
        line.addAll(JVM);
        stage.settings(port, proxy.jdbcUrl()).forEach((name, value) -> line.add("-D%s=%s".formatted(name, value)));
        line.addAll(List.of("-jar", JAR.toString()));
        Path log = stage.log("aggregation-service-" + number);
        command = new Command(line, Map.of(), log, Optional.empty());
    }

    void start() throws IOException {
        process = LeashedProcess.start(command);
    }

    /** Returns when the instance is applying reports. */
    void awaitReady() {
        await("readiness of the instance that logs to " + command.log())
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    requireAlive();
                    return get("/q/health/ready", "").statusCode() == 200;
                });
    }

    /** An instance only ever dies by our hand. */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("An instance ended by itself, see " + command.log());
        }
    }

    HttpResponse<byte[]> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token)
                .timeout(ANSWER)
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }

    @Override
    public String toString() {
        return command.log().toString();
    }

    /** Lets the instance be killed when it comes to that point; complete when it is dead. */
    CompletableFuture<Void> killAt(FaultPoint point) {
        return trap.set(point);
    }

    /** Kills the instance as it stands; returns when it is dead. */
    void kill() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.release().join();
        proxy.close();
    }
}
