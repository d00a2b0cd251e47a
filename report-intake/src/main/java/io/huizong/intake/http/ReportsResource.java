package io.huizong.intake.http;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.vertx.core.http.HttpServerRequest;

import io.huizong.intake.submission.Outcome;
import io.huizong.intake.submission.Sender;
import io.huizong.intake.submission.Submissions;
import io.huizong.intake.validation.IdempotencyKey;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** Submits, checks and withdraws single reports. */
@Path("/reports")
@RolesAllowed("submitter")
class ReportsResource {

    private final Submissions submissions;
    private final RequestContext requests;

    ReportsResource(Submissions submissions, RequestContext requests) {
        this.submissions = submissions;
        this.requests = requests;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> submit(@Context HttpServerRequest request, @Context HttpHeaders headers) {
        if (!RequestContext.accepts(MediaType.APPLICATION_JSON_TYPE, headers)) {
            throw new NotAcceptableException();
        }
        return answered(request, sender -> RequestBody.read(request, ReportValidation.MAX_BYTES)
                .thenCompose(report -> submissions.submit(report, sender)));
    }

    @POST
    @Path("validations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> check(@Context HttpServerRequest request) {
        return answered(request, sender -> RequestBody.read(request, ReportValidation.MAX_BYTES)
                .thenCompose(report -> submissions.check(report, sender)));
    }

    @DELETE
    @Path("{jurisdiction}/{period}")
    @Produces(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> withdraw(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("period") String period,
            @Context UriInfo address,
            @Context HttpServerRequest request) {
        return answered(
                request, sender -> submissions.withdraw(jurisdiction, period, address.getQueryParameters(), sender));
    }

    private CompletionStage<Response> answered(
            HttpServerRequest request, Function<Sender, CompletionStage<Outcome>> submission) {
        IdempotencyKey key = IdempotencyKey.in(request.headers().getAll(IdempotencyKey.HEADER));
        // The body is read to its end: many clients read no answer before they have sent all.
        CompletionStage<Outcome> outcome = key instanceof IdempotencyKey.Malformed malformed
                ? RequestBody.read(request, 0)
                        .thenApply(
                                drained -> new Outcome.Invalid(Verdict.Fault.UNREADABLE, List.of(malformed.finding())))
                : submission.apply(requests.sender(key));
        return outcome.thenApply(requests.responses(request)::to);
    }
}
