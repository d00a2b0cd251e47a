package io.huizong.local.launch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;
import io.huizong.local.server.Server;

/** One of our services, packaged by Quarkus and configured by nothing but its environment. */
final class QuarkusService implements Server {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path jar;
    private final Path log;
    private final Map<String, String> environment;
    private final URI readiness;

    QuarkusService(Path module, Path log, Map<String, String> environment, String baseUrl) {
        this.jar = module.resolve("target/quarkus-app/quarkus-run.jar");
        this.log = log;
        this.environment = environment;
        this.readiness = URI.create(baseUrl + "/q/health/ready");
    }

    @Override
    public void prepare() throws IOException {
        if (!Files.exists(jar)) {
            throw new FileNotFoundException("needs %s; build it with: mvn package -DskipTests".formatted(jar));
        }
    }

    @Override
    public Command command() {
        return new Command(List.of(JavaCommand.EXECUTABLE, "-jar", jar.toString()), environment, log, Optional.empty());
    }

    @Override
    public boolean answers() {
        HttpRequest request =
                HttpRequest.newBuilder(readiness).timeout(Duration.ofSeconds(5)).build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
