package io.huizong.intake.submission;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.huizong.contract.event.Origin;
import io.huizong.intake.problem.Language;
import io.huizong.intake.validation.IdempotencyKey;
import io.huizong.intake.validation.ReportValidation;

/** Reports come in here, and are taken back. */
@Path("/reports")
@RolesAllowed("submitter")
class ReportsResource {

    private final Submissions submissions;
    private final AggregationSettings aggregation;
    private final JsonWebToken token;

    ReportsResource(Submissions submissions, AggregationSettings aggregation, JsonWebToken token) {
        this.submissions = submissions;
        this.aggregation = aggregation;
        this.token = token;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> submit(@Context HttpServerRequest request) {
        return answered(request, sender -> Body.read(request, ReportValidation.MOST_BYTES)
                .chain(report -> submissions.submit(report, sender)));
    }

    @POST
    @Path("validations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> check(@Context HttpServerRequest request) {
        return answered(request, sender -> Body.read(request, ReportValidation.MOST_BYTES)
                .chain(report -> submissions.check(report, sender)));
    }

    @DELETE
    @Path("{jurisdiction}/{period}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<Response> withdraw(
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("period") String period,
            @Context UriInfo address,
            @Context HttpServerRequest request) {
        return answered(
                request, sender -> submissions.withdraw(jurisdiction, period, address.getQueryParameters(), sender));
    }

    private Uni<Response> answered(HttpServerRequest request, Function<Sender, Uni<Outcome>> submission) {
        IdempotencyKey key = IdempotencyKey.in(request.headers().getAll(IdempotencyKey.HEADER));
        // Heard out, because many a sender listens only when all is said.
        Uni<Outcome> outcome = key instanceof IdempotencyKey.Malformed malformed
                ? Body.read(request, 0).replaceWith(new Outcome.Unreadable(malformed.violation()))
                : submission.apply(sender(key));
        return outcome.map(answers(request)::to);
    }

    private Answers answers(HttpServerRequest request) {
        return new Answers(aggregation.url(), Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private Sender sender(IdempotencyKey key) {
        Object claim = token.getClaim("jurisdictions");
        Set<String> jurisdictions = claim instanceof Collection<?> codes
                ? codes.stream().map(ReportsResource::text).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        String given = key instanceof IdempotencyKey.Given known ? known.key() : null;
        return new Sender(new Origin(token.getSubject(), given, null), jurisdictions);
    }

    private static String text(Object code) {
        return code instanceof JsonString json ? json.getString() : code.toString();
    }
}
