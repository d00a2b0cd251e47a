package io.huizong.aggregation.query;

import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;
import io.huizong.aggregation.report.SubmissionReader;
import io.huizong.aggregation.report.SubmissionView;
import io.huizong.aggregation.security.ReadAccess;
import io.huizong.aggregation.security.Role;

/** What submissions came to. */
@Path("/submissions")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
class SubmissionResource {

    private final Generations generations;
    private final SubmissionReader submissions;
    private final ReadAccess access;

    SubmissionResource(Generations generations, SubmissionReader submissions, ReadAccess access) {
        this.generations = generations;
        this.submissions = submissions;
        this.access = access;
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "What a submission came to")
    @APIResponse(responseCode = "200", description = "It has been taken up; the outcome says what it came to")
    @APIResponse(responseCode = "404", description = "Not known, or not known yet")
    public SubmissionView submission(@PathParam("id") UUID id) {
        SubmissionView submission = submissions
                .find(generations.serving(), id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_SUBMISSION,
                        "The submission %s is not known, or not known yet".formatted(id)));
        access.checkReports(submission.jurisdiction());
        return submission;
    }
}
