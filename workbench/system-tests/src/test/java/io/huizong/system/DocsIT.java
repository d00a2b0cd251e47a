package io.huizong.system;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.restassured.path.json.JsonPath;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.huizong.local.LocalServers;
import io.huizong.local.process.JavaCommand;
import io.huizong.system.docs.FencedBlock;
import io.huizong.system.docs.HttpRequests;

/** The commands of the documents and the requests under {@code http/}, run as they stand there against a running pair. */
class DocsIT {

    /** An upgrade to HTTP/2 in plain text broke once in a while. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final int CONFLICT = 409;

    /** What the requests of each document come to, by its name; clients tell by their exit code instead. */
    private static final Map<String, List<String>> STATUSES = Map.of(
            "README.md", List.of("202", "200", "200", "200", "422"),
            "bulk.md", List.of("200"),
            "clients.md", List.of());

    /** Each request tells its status in a line of its own. */
    private static final String TELLING = """
            curl() { command curl --write-out '\\n%{http_code}\\n' "$@"; }
            """;

    // Of its own, as the requests rebuild all totals, which logs what is unreadable again.
    @RegisterExtension
    private static final RunningPair PAIR = new RunningPair();

    @TempDir
    private Path folder;

    static Stream<FencedBlock> blocks() throws IOException {
        return FencedBlock.commands().stream().filter(block -> block.mark().equals("run by DocsIT"));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void commands_do_what_the_document_says(FencedBlock block) throws IOException, InterruptedException {
        String document = block.file().getFileName().toString();
        String commands = here(block.text());
        prepareFolder();

        Process shell = new ProcessBuilder("bash", "-euc", TELLING + commands)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes());

        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(output).isZero();
        assertThat(output.lines().filter(line -> line.matches("\\d{3}")))
                .as(output)
                .containsExactlyElementsOf(STATUSES.get(document));
    }

    private String here(String commands) {
        return commands.replace("localhost:8080", PAIR.intake().getAuthority())
                .replace("http://localhost:8081", PAIR.aggregationUrl())
                .replace("localhost:8081", PAIR.aggregationUrl())
                .replace("SUBMISSION_ID", applied())
                .replace("$TOKEN", PAIR.submitterToken("CN"))
                .replace("TOKEN=…", "TOKEN=" + PAIR.submitterToken("CN"))
                .replace("\njava ", "\n" + JavaCommand.EXECUTABLE + " ");
    }

    /** The folder of a clone in which run-local is running. */
    private void prepareFolder() throws IOException {
        Files.createSymbolicLink(folder.resolve("docs"), ROOT.resolve("docs"));
        Files.createDirectory(folder.resolve(".local"));
        Files.writeString(
                folder.resolve(".local/run.json"),
                "{\"tokens\": {\"submitter\": \"%s\", \"viewer\": \"%s\"}}"
                        .formatted(PAIR.submitterToken("CN"), PAIR.token("viewer")));
        Files.writeString(folder.resolve("reports.ndjson"), """
                {"jurisdiction": "610802", "period": "2021", "figures": {"mediation.disputes_arisen": 7}}
                """);
    }

    private static String applied() {
        String id = PAIR.accepted("""
                {"jurisdiction": "530181", "period": "2020", "figures": {"mediation.disputes_arisen": 1}}""");
        PAIR.awaitApplied(id);
        return id;
    }

    @Test
    void every_call_of_both_services_is_among_the_requests_and_is_answered() throws Exception {
        List<HttpRequests.Request> toIntake = HttpRequests.in(
                "report-intake.http",
                Map.of("intake", PAIR.intake().toString(), "submitter", PAIR.submitterToken("CN")));
        RecordMetadata unreadable = unreadable();
        List<HttpRequests.Request> toAggregation = HttpRequests.in(
                "aggregation-service.http",
                Map.of(
                        "aggregation", PAIR.aggregationUrl(),
                        "viewer", PAIR.token("viewer"),
                        "admin", PAIR.token("admin", "viewer"),
                        "submission", applied(),
                        "unreadable", "%d/%d".formatted(unreadable.partition(), unreadable.offset())));

        for (HttpRequests.Request request : toIntake) {
            answer(request);
        }
        for (HttpRequests.Request request : toAggregation) {
            answer(request);
        }

        assertThat(uncalled(PAIR.intake().toString(), toIntake)).isEmpty();
        assertThat(uncalled(PAIR.aggregationUrl(), toAggregation)).isEmpty();
    }

    /** Where a record is that cannot be read; it is listed. */
    private static RecordMetadata unreadable() throws Exception {
        RecordMetadata written = writtenAmiss();
        await("it to be listed").atMost(Duration.ofSeconds(30)).until(() -> listed().contains(
                        "\"offset\":%d,".formatted(written.offset())));
        return written;
    }

    private static String listed() throws IOException, InterruptedException {
        HttpRequest list = HttpRequest.newBuilder(URI.create(PAIR.aggregationUrl() + "/maintenance/unreadable"))
                .header("Authorization", "Bearer " + PAIR.token("admin", "viewer"))
                .build();
        return HTTP.send(list, BodyHandlers.ofString()).body();
    }

    private static RecordMetadata writtenAmiss() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", LocalServers.shared().kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            return producer.send(new ProducerRecord<>(PAIR.stage().topic(), "53", "no report"))
                    .get();
        }
    }

    /** The beginning of the answer, as the stream of changes does not end. */
    private static String answer(HttpRequests.Request request) throws IOException, InterruptedException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(request.address()))
                .method(request.method(), BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(sent::header);
        HttpResponse<java.io.InputStream> answer = HTTP.send(sent.build(), BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            boolean stream = request.address().contains("/changes");
            String text = stream ? "" : new String(body.readAllBytes());
            // The rebuild that another request has begun may be at its end already.
            boolean mayBeLate =
                    request.method().equals("DELETE") && request.address().endsWith("/maintenance/rebuild");
            assertThat(answer.statusCode())
                    .as("%s: %s", request, text)
                    .matches(status -> status >= 200 && status < 300 || mayBeLate && status == CONFLICT);
            return text;
        }
    }

    /** The calls of a service, as it describes itself, that none of the requests makes. */
    private static Set<String> uncalled(String service, List<HttpRequests.Request> requests)
            throws IOException, InterruptedException {
        HttpRequest description = HttpRequest.newBuilder(URI.create(service + "/q/openapi?format=json"))
                .build();
        Map<String, Map<String, Object>> paths = JsonPath.from(
                        HTTP.send(description, BodyHandlers.ofString()).body())
                .getMap("paths");
        List<String> calls = new ArrayList<>();
        paths.forEach((path, operations) -> operations.keySet().stream()
                .filter(List.of("get", "post", "delete", "put", "patch")::contains)
                .forEach(method -> calls.add(method + " " + path)));
        assertThat(calls).isNotEmpty();
        return calls.stream()
                .filter(call -> requests.stream().noneMatch(request -> ("%s %s"
                                .formatted(
                                        request.method().toLowerCase(java.util.Locale.ROOT),
                                        URI.create(request.address()).getPath()))
                        .matches(call.replaceAll("\\{[^}]+}", "[^/]+"))))
                .collect(toCollection(TreeSet::new));
    }
}
