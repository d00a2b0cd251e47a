package io.huizong.intake.bulk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import io.huizong.commons.problem.CommonProblem;
import io.huizong.commons.problem.Problem;
import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.intake.http.RequestBody;
import io.huizong.intake.http.RequestContext;
import io.huizong.intake.http.Responses;
import io.huizong.intake.submission.Outcome;
import io.huizong.intake.submission.Submissions;
import io.huizong.intake.validation.IdempotencyKey;
import io.huizong.intake.validation.Verdict;

/** Submits many reports in one body. */
@Path("/reports")
@RolesAllowed("submitter")
class BulkResource {

    static final String NDJSON = "application/x-ndjson";
    private static final MediaType RESULTS = MediaType.valueOf(NDJSON);
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final BulkBodies bodies;
    private final RequestContext requests;
    private final Submissions submissions;

    BulkResource(BulkBodies bodies, RequestContext requests, Submissions submissions) {
        this.bodies = bodies;
        this.requests = requests;
        this.submissions = submissions;
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public RestMulti<byte[]> submitLines(
            @Context RoutingContext exchange, @Context HttpHeaders headers, @RestQuery String results) {
        return answered(exchange, headers, BulkFormat.ndjson(submissions.reports()), results);
    }

    @POST
    @Consumes("text/csv")
    @Produces(NDJSON)
    public RestMulti<byte[]> submitRows(
            @Context RoutingContext exchange, @Context HttpHeaders headers, @RestQuery String results) {
        String named = headers.getMediaType().getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "UTF-8");
        Optional<Charset> charset = CHARSETS.stream()
                .filter(known -> known.name().equalsIgnoreCase(named))
                .findFirst();
        return charset.isPresent()
                ? answered(exchange, headers, BulkFormat.csv(submissions.reports(), charset.get()), results)
                : refused(exchange.request(), unsupported(named, requests.responses(exchange.request())));
    }

    private RestMulti<byte[]> answered(
            RoutingContext exchange, HttpHeaders headers, BulkFormat format, String results) {
        HttpServerRequest request = exchange.request();
        Responses responses = requests.responses(request);
        if (!RequestContext.accepts(RESULTS, headers)) {
            return refused(request, notAcceptable(headers, responses));
        }
        IdempotencyKey key = IdempotencyKey.in(request.headers().getAll(IdempotencyKey.HEADER));
        if (key instanceof IdempotencyKey.Malformed malformed) {
            return refused(
                    request, responses.to(new Outcome.Invalid(Verdict.Fault.UNREADABLE, List.of(malformed.finding()))));
        }
        if (results != null && !results.equals("all") && !results.equals("refused")) {
            return refused(
                    request, responses.to(new Outcome.Invalid(Verdict.Fault.REFUSED, List.of(unknown(results)))));
        }
        return bodies.open(exchange, format, requests.sender(key), responses, "refused".equals(results))
                .map(body -> RestMulti.fromMultiData(Multi.createFrom().publisher(body))
                        .header(
                                HttpHeaders.CONTENT_LANGUAGE,
                                responses.language().tag())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .build())
                .orElseGet(() -> refused(request, responses.to(Outcome.Unpublished.TOO_MANY_REQUESTS)));
    }

    /** After the whole body was read: many clients read no answer before they have sent all. */
    private static RestMulti<byte[]> refused(HttpServerRequest request, Response answer) {
        return RestMulti.fromMultiData(Uni.createFrom()
                        .completionStage(() -> RequestBody.read(request, 0))
                        .onItem()
                        .<byte[]>failWith(() -> new RefusedBodyException(answer))
                        .toMulti())
                .build();
    }

    @ServerExceptionMapper
    Response refused(RefusedBodyException refusal) {
        return refusal.answer();
    }

    private static Finding unknown(String results) {
        return new Finding(
                "#/results",
                "results.unknown",
                new Bilingual(
                        "参数 results 为 \"%s\"，应为 all 或 refused".formatted(shown(results)),
                        "The parameter results is \"%s\", expected all or refused".formatted(shown(results))));
    }

    private static Response unsupported(String charset, Responses responses) {
        Bilingual detail = new Bilingual(
                "字符集为 %s，应为 UTF-8 或 GB18030".formatted(shown(charset)),
                "The charset is %s, expected UTF-8 or GB18030".formatted(shown(charset)));
        return responses.to(Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, responses.language(), detail));
    }

    private static Response notAcceptable(HttpHeaders headers, Responses responses) {
        String accepted = shown(headers.getHeaderString(HttpHeaders.ACCEPT));
        Bilingual detail = new Bilingual(
                "Accept 为 %s，应包括 %s".formatted(accepted, NDJSON),
                "Accept is %s, expected it to include %s".formatted(accepted, NDJSON));
        return responses.to(Problem.of(CommonProblem.NOT_ACCEPTABLE, responses.language(), detail));
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
