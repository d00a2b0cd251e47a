package io.huizong.benchmarks.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huizong.local.Stage;
import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;
import io.huizong.local.process.LeashedProcess;
import io.huizong.local.server.Ports;

/** A packaged service in a process of its own, with the heap and the collector that its image has in a pod of 768 MiB. */
public final class ServiceProcess implements AutoCloseable {

    static final List<String> JVM = List.of("-Xmx460m", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m");
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(20);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final LeashedProcess process;
    private final Path log;
    private final long begin;

    private ServiceProcess(int port, LeashedProcess process, Path log, long begin) {
        this.port = port;
        this.process = process;
        this.log = log;
        this.begin = begin;
    }

    /** Starts it; returns at once. */
    public static ServiceProcess start(Packaged service, Stage stage) throws IOException {
        int port = Ports.free();
        Map<String, String> settings = service == Packaged.AGGREGATION ? stage.aggregation(port) : stage.intake(port);
        List<String> line = new ArrayList<>(List.of(JavaCommand.EXECUTABLE));
        line.addAll(JVM);
        settings.forEach((name, value) -> line.add("-D%s=%s".formatted(name, value)));
        line.addAll(List.of("-jar", service.jar().toString()));
        Path log = stage.log(service.name().toLowerCase() + "-" + port);
        long begin = System.nanoTime();
        LeashedProcess process = LeashedProcess.start(new Command(line, Map.of(), log, Optional.empty()));
        return new ServiceProcess(port, process, log, begin);
    }

    /** Returns when it does its work: how long that was after its start. */
    public Duration awaitReady() throws IOException, InterruptedException {
        return await("/q/health/ready", 200);
    }

    /** Returns when it answers, for one that cannot say whether it is ready. */
    public void awaitAnswer() throws IOException, InterruptedException {
        await("/", 404);
    }

    private Duration await(String path, int status) throws IOException, InterruptedException {
        while (!answers(path, status)) {
            if (process.endsWithin(POLL) || since().compareTo(TIMEOUT) > 0) {
                throw new IOException("A service did not start, see " + log);
            }
        }
        return since();
    }

    private Duration since() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private boolean answers(String path, int status) throws InterruptedException {
        try {
            return HTTP.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.discarding())
                            .statusCode()
                    == status;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where it is. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    /** Lets it stand still, so that work can pile up before it. */
    public void pause() throws IOException, InterruptedException {
        output("kill", "-STOP", Long.toString(process.pid()));
    }

    /** Lets it go on. */
    public void goOn() throws IOException, InterruptedException {
        output("kill", "-CONT", Long.toString(process.pid()));
    }

    /** Resident memory in bytes. */
    public long residentBytes() throws IOException, InterruptedException {
        return 1024 * Long.parseLong(output("ps", "-o", "rss=", "-p", Long.toString(process.pid())));
    }

    /** Bytes of its heap in use; looking collects the garbage first. */
    public long heapBytes() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return output(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split(" +")[2]))
                .sum();
    }

    private static String output(String... line) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (command.waitFor() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", line), output));
        }
        return output.strip();
    }

    /** Lets it stop in good order; returns when it has. */
    @Override
    public void close() {
        process.release().join();
    }
}
