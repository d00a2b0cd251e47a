package io.huizong.aggregation.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;
import io.huizong.aggregation.report.SubmissionReader;
import io.huizong.aggregation.report.SubmissionView;
import io.huizong.aggregation.report.SubmissionView.Position;
import io.huizong.aggregation.security.ReadAccess;
import io.huizong.aggregation.security.Role;

/** What submissions came to. */
@Path("/submissions")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
@Fresh
class SubmissionResource {

    private static final String SEPARATOR = ",";

    private final Parameters parameters;
    private final ServingGeneration serving;
    private final SubmissionReader submissions;
    private final ReadAccess access;

    SubmissionResource(
            Parameters parameters, ServingGeneration serving, SubmissionReader submissions, ReadAccess access) {
        this.parameters = parameters;
        this.serving = serving;
        this.submissions = submissions;
        this.access = access;
    }

    @GET
    @RolesAllowed(Role.VIEWER)
    @Operation(
            summary = "What a client submitted, oldest first, whatever it came to",
            description = "A record that could not be read belongs to no client: it is among the dead letters.")
    @APIResponse(responseCode = "200", description = "A page")
    public Page<SubmissionView> submissions(
            @Parameter(description = "The sub claim of its token", required = true) @QueryParam("client") String client,
            @Parameter(description = "A time or a day; all if left out", example = "2024-03-01T08:00:00Z")
                    @QueryParam("since")
                    String since,
            @BeanParam PageParameters page) {
        if (client == null) {
            throw Parameters.missing("client", "客户端令牌的 sub", "the sub claim of the client's token");
        }
        int size = Parameters.limit(page);
        Position begin = Position.before(since == null ? Instant.EPOCH : Parameters.instant("since", since));
        Cursor cursor = new Cursor("submissions " + begin.submittedAt() + " " + client);
        List<SubmissionView> found = submissions.byClient(
                serving.number(), client, cursor.read(page.cursor, begin, SubmissionResource::position), size + 1);
        return Page.of(found, size, cursor, last -> last.submittedAt() + SEPARATOR + last.submissionId());
    }

    private static Position position(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        return new Position(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "What a submission came to")
    @APIResponse(responseCode = "200", description = "It has been taken up; the outcome says what it came to")
    @APIResponse(responseCode = "404", description = "Not known, or not known yet")
    public SubmissionView submission(
            @Parameter(description = "The submissionId of the receipt") @PathParam("id") UUID id) {
        SubmissionView submission = submissions
                .find(serving.number(), id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_SUBMISSION,
                        "没有提交 %s，或尚未处理".formatted(id),
                        "The submission %s is not known, or not known yet".formatted(id)));
        access.checkReports(submission.jurisdiction());
        return submission;
    }
}
