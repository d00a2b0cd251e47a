package io.huizong.intake.submission;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.huizong.intake.problem.Language;
import io.huizong.intake.validation.ReportValidation;

/** Reports come in here. */
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
        Sender sender = sender();
        return Body.read(request, ReportValidation.MOST_BYTES)
                .chain(report -> submissions.submit(report, sender))
                .map(outcome -> answers(request).to(outcome));
    }

    private Answers answers(HttpServerRequest request) {
        return new Answers(aggregation.url(), Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private Sender sender() {
        Object claim = token.getClaim("jurisdictions");
        Set<String> jurisdictions = claim instanceof Collection<?> codes
                ? codes.stream().map(ReportsResource::text).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        return new Sender(token.getSubject(), jurisdictions);
    }

    private static String text(Object code) {
        return code instanceof JsonString json ? json.getString() : code.toString();
    }
}
