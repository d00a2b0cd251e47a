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

import io.huizong.contract.event.Warning;
import io.huizong.intake.problem.Problem;
import io.huizong.intake.problem.ProblemType;
import io.huizong.intake.submission.Answers;
import io.huizong.intake.submission.Body;
import io.huizong.intake.submission.Outcome;
import io.huizong.intake.submission.Requests;
import io.huizong.intake.validation.IdempotencyKey;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Violation;

/** Reports come in here by the many. */
@Path("/reports")
@RolesAllowed("submitter")
class BulkResource {

    static final String NDJSON = "application/x-ndjson";
    private static final MediaType RESULTS = MediaType.valueOf(NDJSON);
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final BulkBodies bodies;
    private final Requests requests;
    private final ReportValidation validation;

    BulkResource(BulkBodies bodies, Requests requests, ReportValidation validation) {
        this.bodies = bodies;
        this.requests = requests;
        this.validation = validation;
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    public RestMulti<byte[]> submitLines(
            @Context RoutingContext exchange, @Context HttpHeaders headers, @RestQuery String results) {
        return answered(exchange, headers, new Format.Ndjson(validation), results);
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
                ? answered(exchange, headers, new Format.Csv(validation, charset.get()), results)
                : refused(exchange.request(), unsupported(named, requests.answers(exchange.request())));
    }

    private RestMulti<byte[]> answered(RoutingContext exchange, HttpHeaders headers, Format format, String results) {
        HttpServerRequest request = exchange.request();
        Answers answers = requests.answers(request);
        if (!Requests.accepts(RESULTS, headers)) {
            return refused(request, notAcceptable(headers, answers));
        }
        IdempotencyKey key = IdempotencyKey.in(request.headers().getAll(IdempotencyKey.HEADER));
        if (key instanceof IdempotencyKey.Malformed malformed) {
            return refused(request, answers.to(new Outcome.Unreadable(malformed.violation())));
        }
        if (results != null && !results.equals("all") && !results.equals("refused")) {
            return refused(request, answers.to(new Outcome.Refused(List.of(unknown(results)))));
        }
        return bodies.open(exchange, format, requests.sender(key), answers, "refused".equals(results))
                .map(body -> RestMulti.fromMultiData(Multi.createFrom().publisher(body))
                        .header(HttpHeaders.CONTENT_LANGUAGE, answers.language().tag())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .build())
                .orElseGet(() -> refused(request, answers.to(new Outcome.Crowded())));
    }

    /** Heard out, because many a sender listens only when all is said. */
    private static RestMulti<byte[]> refused(HttpServerRequest request, Response answer) {
        return RestMulti.fromMultiData(Uni.createFrom()
                        .completionStage(() -> Body.read(request, 0))
                        .onItem()
                        .<byte[]>failWith(() -> new RefusedBodyException(answer))
                        .toMulti())
                .build();
    }

    @ServerExceptionMapper
    Response refused(RefusedBodyException refusal) {
        return refusal.answer();
    }

    private static Violation unknown(String results) {
        return new Violation(
                "#/results",
                "results.unknown",
                new Warning.Detail(
                        "参数 results 为 \"%s\"，应为 all 或 refused".formatted(shown(results)),
                        "The parameter results is \"%s\", expected all or refused".formatted(shown(results))));
    }

    private static Response unsupported(String charset, Answers answers) {
        return problem(
                ProblemType.UNSUPPORTED_MEDIA_TYPE,
                answers,
                new Warning.Detail(
                        "字符集为 %s，应为 UTF-8 或 GB18030".formatted(shown(charset)),
                        "The charset is %s, expected UTF-8 or GB18030".formatted(shown(charset))));
    }

    private static Response notAcceptable(HttpHeaders headers, Answers answers) {
        String accepted = shown(headers.getHeaderString(HttpHeaders.ACCEPT));
        return problem(
                ProblemType.NOT_ACCEPTABLE,
                answers,
                new Warning.Detail(
                        "Accept 为 %s，应包括 %s".formatted(accepted, NDJSON),
                        "Accept is %s, expected it to include %s".formatted(accepted, NDJSON)));
    }

    private static Response problem(ProblemType type, Answers answers, Warning.Detail detail) {
        return Problem.of(type, answers.language(), detail)
                .response(answers.language())
                .build();
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
