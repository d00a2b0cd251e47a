package io.huizong.system;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.huizong.local.Stage;
import io.huizong.local.samples.ServicesClient;
import io.huizong.local.service.ServiceProcess;

/** Both services as packaged, in processes of their own, with topics and a schema of their own on the real servers. */
public final class RunningPair implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private static final Namespace NAMESPACE = Namespace.create(RunningPair.class);

    private final Stage stage = new Stage();
    private final boolean isShared;
    private final ServiceProcess intake;
    private final ServiceProcess aggregation;

    /** A pair with the settings that the services have by themselves. */
    public RunningPair() {
        this(Map.of());
    }

    /**
     * The pair of all test classes that need nothing special of theirs. Each of them reports for periods or places of its own,
     * or by a client of its own, and leaves the services running.
     */
    public static RunningPair shared() {
        return Shared.PAIR;
    }

    private static final class Shared {
        static final RunningPair PAIR = new RunningPair(Map.of(), Map.of(), true);
    }

    /** A pair whose intake gets these environment variables. */
    RunningPair(Map<String, String> intakeSettings) {
        this(intakeSettings, Map.of());
    }

    /** A pair whose services get these environment variables. */
    public RunningPair(Map<String, String> intakeSettings, Map<String, String> aggregationSettings) {
        this(intakeSettings, aggregationSettings, false);
    }

    private RunningPair(Map<String, String> intakeSettings, Map<String, String> aggregationSettings, boolean isShared) {
        this.isShared = isShared;
        aggregation = stage.service(Stage.AGGREGATION, Stage.SHORT_LIVED, aggregationSettings);
        Map<String, String> settings = new HashMap<>(intakeSettings);
        settings.put("HUIZONG_AGGREGATION_URL", aggregation.url());
        intake = stage.service(Stage.INTAKE, Stage.SHORT_LIVED, settings);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isShared) {
            // The store closes it after the last class.
            context.getRoot().getStore(NAMESPACE).computeIfAbsent(RunningPair.class, key -> start(), RunningPair.class);
        } else {
            start();
        }
    }

    /** Returns when both services are ready. */
    RunningPair start() {
        try {
            intake.start();
            aggregation.start();
            intake.awaitReady();
            aggregation.awaitReady();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process of the intake. */
    public ServiceProcess intakeProcess() {
        return intake;
    }

    /** The process of the aggregation service. */
    public ServiceProcess aggregationProcess() {
        return aggregation;
    }

    /** Posts a report and returns the id of its submission. */
    public String accepted(String report) {
        return submit(report, submitter("CN")).then().statusCode(202).extract().path("submissionId");
    }

    /** Posts a report. */
    public Response submit(String report, RequestSpecification sender) {
        return sender.contentType("application/json").body(report).post(intake.url() + "/reports");
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
        return aggregation.url();
    }

    /** A token of someone of those groups. */
    public String token(String... groups) {
        return stage.token("watcher", Set.of(groups), Set.of());
    }

    /** Requests to the aggregation service by someone who may read everything. */
    public RequestSpecification viewer() {
        return given().baseUri(aggregation.url()).auth().oauth2(stage.token("viewer", Set.of("viewer"), Set.of()));
    }

    /** Requests by someone who may write for those jurisdictions and all below. */
    public RequestSpecification submitter(String... jurisdictions) {
        return given().auth().oauth2(submitterToken(jurisdictions));
    }

    /** The token of that client, who may write for the whole country. */
    String clientToken(String client) {
        return stage.token(client, Set.of("submitter"), Set.of("CN"));
    }

    /** The token of someone who may write for those jurisdictions and all below. */
    public String submitterToken(String... jurisdictions) {
        return stage.token("submitter", Set.of("submitter"), Set.of(jurisdictions));
    }

    /** Where the intake is. */
    public URI intake() {
        return URI.create(intake.url());
    }

    /** Calls to both services, as run-local makes them: by that sender, who may write for all jurisdictions. */
    ServicesClient client(String sender) {
        return new ServicesClient(
                intake.url(),
                aggregation.url(),
                clientToken(sender),
                stage.token("viewer", Set.of("viewer"), Set.of()));
    }

    /** Where reports go. */
    public String reports() {
        return intake.url() + "/reports";
    }

    /** What the pair shares with nobody else: topics and a schema. */
    public Stage stage() {
        return stage;
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        if (!isShared) {
            close();
        }
    }

    @Override
    public void close() throws SQLException {
        intake.close();
        aggregation.close();
        stage.close();
    }
}
