package io.huizong.aggregation.query;

import static io.huizong.aggregation.Eventually.eventually;
import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import jakarta.inject.Inject;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import io.huizong.aggregation.ReportsTopicWriter;
import io.huizong.contract.Finding;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Report;
import io.huizong.local.LocalIssuer;

/** What tests of endpoints have in common: a log to write to, and someone who asks, in English. */
public abstract class Asking {

    public static final String ARISEN = "mediation.disputes_arisen";
    public static final String MEDIATED = "mediation.cases_mediated";
    public static final String SUCCEEDED = "mediation.cases_succeeded";
    public static final String SUCCESS = "mediation.success_rate";

    public LocalIssuer issuer;

    @Inject
    public ReportsTopicWriter log;

    /** Returns when all of them have their outcomes. */
    public void publish(ReportEvent... events) {
        log.publish(List.of(events));
        for (ReportEvent event : events) {
            eventually().untilAsserted(() -> viewer().get("/submissions/{id}", event.submissionId())
                    .then()
                    .statusCode(200));
        }
    }

    /** Publishes submissions of those reports. */
    public void publish(Report... reports) {
        publish(List.of(reports).stream().map(ReportsTopicWriter::submitted).toArray(ReportEvent[]::new));
    }

    public static ReportSubmitted submitted(String client, Instant time, Report report, Finding... warnings) {
        return new ReportSubmitted(UUID.randomUUID(), time, report, Origin.of(client), null, List.of(warnings));
    }

    public RequestSpecification viewer() {
        return given().header("Accept-Language", "en")
                .auth()
                .oauth2(issuer.token("watcher", Set.of("viewer"), Set.of()));
    }

    public RequestSpecification submitter(String jurisdiction) {
        return given().auth().oauth2(issuer.token("sender", Set.of("submitter"), Set.of(jurisdiction)));
    }

    public RequestSpecification admin() {
        return given().header("Accept-Language", "en").auth().oauth2(issuer.token("admin", Set.of("admin"), Set.of()));
    }

    /** Returns when all totals are built anew from the log and serve. */
    public void rebuild() {
        int before = admin().get("/maintenance/rebuild").jsonPath().getInt("serving");
        admin().post("/maintenance/rebuild").then().statusCode(202);
        eventually().until(() -> admin().get("/maintenance/rebuild").jsonPath().getInt("serving") > before);
    }

    public static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status).contentType("application/problem+json");
    }

    /** The values of all pages of a list, one page after the other. */
    public List<String> pages(String address, String path) {
        return pages(this::viewer, address, path);
    }

    /** The same for whoever asks. */
    public static List<String> pages(Supplier<RequestSpecification> asker, String address, String path) {
        List<String> values = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = asker.get();
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            values.addAll(page.getList(path).stream().map(Object::toString).toList());
            cursor = page.getString("next");
        } while (cursor != null);
        return values;
    }
}
