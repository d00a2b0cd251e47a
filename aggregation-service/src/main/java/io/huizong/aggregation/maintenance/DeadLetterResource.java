package io.huizong.aggregation.maintenance;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.report.DeadLetter;
import io.huizong.aggregation.report.DeadLetterReader;
import io.huizong.aggregation.report.SubmissionReader;
import io.huizong.aggregation.report.SubmissionView;
import io.huizong.aggregation.security.Role;

/** Records of the log that could not be applied. */
@Path("/maintenance/dead-letters")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
class DeadLetterResource {

    private static final int MOST = 1000;

    private final Generations generations;
    private final DeadLetterReader deadLetters;
    private final SubmissionReader submissions;
    private final PutBack putBack;

    DeadLetterResource(
            Generations generations, DeadLetterReader deadLetters, SubmissionReader submissions, PutBack putBack) {
        this.generations = generations;
        this.deadLetters = deadLetters;
        this.submissions = submissions;
        this.putBack = putBack;
    }

    @GET
    @Operation(summary = "The records that are set aside, oldest first")
    public List<DeadLetter> list(
            @Parameter(description = "How many at most, 1 to 1000") @QueryParam("limit") @DefaultValue("100")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.parameter(
                    "limit", "%d，应为 1 至 %d".formatted(limit, MOST), "%d, expected 1 to %d".formatted(limit, MOST));
        }
        return deadLetters.list(generations.serving(), limit);
    }

    @POST
    @Path("/{partition}/{offset}/put-back")
    @Operation(summary = "Read a record again at its place in the log, and apply it if it can be applied now")
    @APIResponse(responseCode = "200", description = "It is off the list; the outcome says what it came to")
    @APIResponse(responseCode = "404", description = "It is not on the list")
    @APIResponse(responseCode = "409", description = "It still cannot be applied")
    public SubmissionView putBack(
            @Parameter(description = "Partition of the log that it stands in") @PathParam("partition") int partition,
            @Parameter(description = "Its offset there") @PathParam("offset") long offset) {
        return submissions
                .find(generations.serving(), putBack.putBack(partition, offset))
                .orElseThrow();
    }
}
