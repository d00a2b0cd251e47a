package io.huizong.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;
import io.huizong.local.process.Command;
import io.huizong.local.process.JavaCommand;
import io.huizong.local.process.LeashedProcess;
import io.huizong.local.samples.ServicesClient;
import io.huizong.local.server.Ports;

/** Both services as packaged, in processes of their own, with topics and a schema of their own on the real servers. */
public final class RunningPair implements BeforeAllCallback, AfterAllCallback {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final LocalServers servers = LocalServers.shared();
    private final LocalIssuer issuer = LocalIssuer.create();
    private final String name =
            "s" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final int intakePort = Ports.free();
    private final int aggregationPort = Ports.free();
    private final List<LeashedProcess> processes = new ArrayList<>();
    private LeashedProcess intake;
    private LeashedProcess aggregation;

    private final Map<String, String> intakeSettings;
    private final Map<String, String> aggregationSettings;

    /** A pair as it comes. */
    public RunningPair() {
        this(Map.of());
    }

    /** A pair whose intake has those settings besides. */
    RunningPair(Map<String, String> intakeSettings) {
        this(intakeSettings, Map.of());
    }

    /** A pair with those settings besides. */
    public RunningPair(Map<String, String> intakeSettings, Map<String, String> aggregationSettings) {
        this.intakeSettings = intakeSettings;
        this.aggregationSettings = aggregationSettings;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Map<String, String> intake = settings(intakePort);
        intake.put("HUIZONG_AGGREGATION_URL", url(aggregationPort));
        intake.putAll(intakeSettings);
        this.intake = start("report-intake", intake);
        processes.add(this.intake);
        aggregation = startAggregation(Map.of());
        awaitReady(intakePort);
        awaitReady(aggregationPort);
    }

    private LeashedProcess startAggregation(Map<String, String> more) throws IOException {
        Map<String, String> settings = settings(aggregationPort);
        settings.put("MP_MESSAGING_INCOMING_REPORTS_GROUP_ID", name);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl());
        settings.put("QUARKUS_DATASOURCE_USERNAME", servers.dbUser());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", servers.dbPassword());
        settings.putAll(aggregationSettings);
        settings.putAll(more);
        LeashedProcess started = start("aggregation-service", settings);
        processes.add(started);
        return started;
    }

    /** Stops the aggregation service and starts it with those settings besides. */
    void restartAggregation(Map<String, String> more) throws IOException {
        aggregation.release().join();
        aggregation = startAggregation(more);
        awaitReady(aggregationPort);
    }

    /** Bytes of the intake's heap that are in use after a garbage collection. */
    long intakeHeap() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(intake.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return given().get(url(intakePort) + "/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
        settings.put("HUIZONG_TOPICS_REPORTS", reportsTopic());
        settings.put("HUIZONG_TOPICS_ROLLUP_CHANGES", "rollup-changes-" + name);
        settings.put("HUIZONG_TOPICS_REPLICATION", "1");
        settings.put("HUIZONG_TOPICS_MIN_INSYNC_REPLICAS", "1");
        settings.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", issuer.publicKeyLocation());
        settings.put("MP_JWT_VERIFY_ISSUER", LocalIssuer.ISSUER);
        return settings;
    }

    private LeashedProcess start(String service, Map<String, String> settings) throws IOException {
        Path jar = Path.of("../..", service, "target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IOException("%s is missing: package the services before testing them".formatted(jar));
        }
        Path log = log(service);
        List<String> line =
                List.of(JavaCommand.EXECUTABLE, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString());
        return LeashedProcess.start(new Command(line, settings, log, Optional.empty()));
    }

    /** The file of what that service logs. */
    public Path log(String service) {
        return Path.of("target", "logs", name, service + ".log").toAbsolutePath();
    }

    private static void awaitReady(int port) {
        await("readiness of " + url(port))
                .atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() -> given().get(url(port) + "/q/health/ready").statusCode() == 200);
    }

    /** Sends SIGTERM to the intake, and returns at once; completes with its exit code. */
    public CompletableFuture<Integer> stopIntake() {
        return intake.release();
    }

    /** Stops the aggregation service. */
    public void stopAggregation() {
        aggregation.release().join();
    }

    /** Starts the aggregation service after it was stopped, and waits until it is ready. */
    public void startAggregation() throws IOException {
        aggregation = startAggregation(Map.of());
        awaitReady(aggregationPort);
    }

    /** Posts a report and returns the id of its submission. */
    public String accepted(String report) {
        return submit(report, submitter("CN")).then().statusCode(202).extract().path("submissionId");
    }

    /** Posts a report. */
    public Response submit(String report, RequestSpecification sender) {
        return sender.contentType("application/json").body(report).post(url(intakePort) + "/reports");
    }

    /** Posts a report and waits until it is applied. */
    public void applied(String report) {
        awaitApplied(accepted(report));
    }

    /** Waits until a submission is applied. */
    public void awaitApplied(String submissionId) {
        await("submission " + submissionId).atMost(TIMEOUT).until(() -> "APPLIED"
                .equals(viewer().get("/submissions/" + submissionId).jsonPath().getString("outcome")));
    }

    /** A rollup as JSON. */
    public JsonPath rollup(String code, String period) {
        return viewer().get("/rollups/{code}/{period}", code, period)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Where the aggregation service is. */
    public String aggregationUrl() {
        return url(aggregationPort);
    }

    /** A token of someone of those groups. */
    public String token(String... groups) {
        return issuer.token("watcher", Set.of(groups), Set.of());
    }

    /** Requests to the aggregation service by someone who may read everything. */
    public RequestSpecification viewer() {
        return given().baseUri(url(aggregationPort)).auth().oauth2(issuer.token("viewer", Set.of("viewer"), Set.of()));
    }

    /** Requests to the aggregation service by someone who may do everything there. */
    RequestSpecification admin() {
        return given().baseUri(url(aggregationPort))
                .auth()
                .oauth2(issuer.token("admin", Set.of("admin", "viewer"), Set.of()));
    }

    /** Requests by someone who may write for those jurisdictions and all below. */
    public RequestSpecification submitter(String... jurisdictions) {
        return given().auth().oauth2(submitterToken(jurisdictions));
    }

    /** The token of someone who may write for those jurisdictions and all below. */
    public String submitterToken(String... jurisdictions) {
        return issuer.token("submitter", Set.of("submitter"), Set.of(jurisdictions));
    }

    /** Where the intake is. */
    public URI intake() {
        return URI.create(url(intakePort));
    }

    /** Calls to both services, as run-local makes them: by that sender, who may write for all jurisdictions. */
    ServicesClient client(String sender) {
        return new ServicesClient(
                url(intakePort),
                url(aggregationPort),
                issuer.token(sender, Set.of("submitter"), Set.of("CN")),
                issuer.token("viewer", Set.of("viewer"), Set.of()));
    }

    /** Where reports go. */
    public String reports() {
        return url(intakePort) + "/reports";
    }

    public String reportsTopic() {
        return "reports-" + name;
    }

    String database() {
        return "huizong_" + name;
    }

    private String jdbcUrl() {
        return servers.jdbcUrl(database());
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        processes.stream().map(LeashedProcess::release).toList().forEach(exit -> exit.join());
        try (var connection = DriverManager.getConnection(jdbcUrl(), servers.dbUser(), servers.dbPassword());
                var statement = connection.createStatement()) {
            statement.execute("drop database " + database());
        }
    }
}
