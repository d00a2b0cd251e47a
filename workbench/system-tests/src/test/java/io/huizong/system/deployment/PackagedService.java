package io.huizong.system.deployment;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;
import io.huizong.local.process.LeashedProcess;
import io.huizong.local.server.Ports;

/** A service as packaged, in a process of its own, configured by nothing but its environment. */
public final class PackagedService implements AutoCloseable {

    private static final Path ROOT = Path.of("../..");
    private static final int OK = 200;
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    private final int port;
    private final Path log;
    private final LeashedProcess process;

    private PackagedService(int port, Path log, LeashedProcess process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts it on a free port of the loopback address; returns at once.
     *
     * @param service name of its module
     * @param jvm options of its virtual machine
     * @param folder where its log goes
     */
    public static PackagedService start(String service, List<String> jvm, Map<String, String> environment, Path folder)
            throws IOException {
        Path jar = application(service).resolve("quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IOException("%s is missing: package the services before testing them".formatted(jar));
        }
        int port = Ports.free();
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        Path log = folder.resolve(service + ".log").toAbsolutePath();
        List<String> line = new ArrayList<>(List.of(JavaCommand.EXECUTABLE));
        line.addAll(jvm);
        line.addAll(List.of("-jar", jar.toString()));
        return new PackagedService(port, log, LeashedProcess.start(new Command(line, settings, log, Optional.empty())));
    }

    /** The folder of a packaged service that goes into its image. */
    static Path application(String service) {
        return ROOT.resolve(service).resolve("target/quarkus-app");
    }

    /** Whether it is ready; false while nobody answers. */
    public boolean isReady() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("A service ended by itself, see " + log);
        }
        HttpRequest question = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(ANSWER)
                .build();
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What it has written so far. */
    public String output() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.release().join();
    }
}
