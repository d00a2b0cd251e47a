package io.huizong.local.service;

import java.io.FileNotFoundException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;
import io.huizong.local.server.Server;

/**
 * A service that Quarkus packaged, at a port of 127.0.0.1.
 *
 * @param module the folder of its Maven module
 * @param options of its virtual machine
 * @param environment variables that it is given besides those of this process
 * @param log the file for its output
 */
public record PackagedService(Path module, int port, List<String> options, Map<String, String> environment, Path log)
        implements Server {

    private static final int OK = 200;
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    public PackagedService {
        options = List.copyOf(options);
        environment = Map.copyOf(environment);
    }

    /** The folder of a module's packaged service, which is what its image holds. */
    public static Path application(Path module) {
        return module.resolve("target/quarkus-app");
    }

    private Path jar() {
        return application(module).resolve("quarkus-run.jar");
    }

    @Override
    public void prepare() throws IOException {
        if (!Files.exists(jar())) {
            throw new FileNotFoundException("needs %s; build it with: mvn package -DskipTests".formatted(jar()));
        }
    }

    @Override
    public Command command() {
        List<String> line = new ArrayList<>(List.of(JavaCommand.EXECUTABLE));
        line.addAll(options);
        line.addAll(List.of("-jar", jar().toString()));
        Map<String, String> variables = new HashMap<>(environment);
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new Command(line, variables, log, Optional.empty());
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Whether the service is ready. */
    @Override
    public boolean answers() {
        return readiness().map(answer -> answer.statusCode() == OK).orElse(false);
    }

    /** Whether the service answers HTTP requests, ready or not. */
    boolean isListening() {
        return readiness().isPresent();
    }

    @Override
    public Optional<String> waitsFor() {
        return readiness().flatMap(answer -> ReadinessAnswer.reason(answer.body()));
    }

    private Optional<HttpResponse<byte[]>> readiness() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/q/health/ready"))
                .timeout(ANSWER_TIMEOUT)
                .build();
        try {
            return Optional.of(HTTP.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException noAnswer) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
