package io.huizong.aggregation.query;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;
import io.huizong.aggregation.report.ReportReader;
import io.huizong.aggregation.report.ReportView;
import io.huizong.aggregation.report.SubmissionReader;
import io.huizong.aggregation.report.SubmissionView;
import io.huizong.aggregation.security.ReadAccess;
import io.huizong.aggregation.security.Role;

/** Reports and how they came to be. */
@Path("/reports/{code}/{period}")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
class ReportResource {

    private final Parameters parameters;
    private final Generations generations;
    private final ReportReader reports;
    private final SubmissionReader submissions;
    private final ReadAccess access;

    ReportResource(
            Parameters parameters,
            Generations generations,
            ReportReader reports,
            SubmissionReader submissions,
            ReadAccess access) {
        this.parameters = parameters;
        this.generations = generations;
        this.reports = reports;
        this.submissions = submissions;
        this.access = access;
    }

    @GET
    @Operation(summary = "The current report of a jurisdiction for a period")
    @APIResponse(responseCode = "200", description = "The report, its revision, and what it came with")
    @APIResponse(responseCode = "404", description = "No such jurisdiction, or it has no current report")
    public ReportView report(
            @Parameter(description = "Division code, CN for the whole country", example = "530181009")
                    @PathParam("code")
                    String code,
            @Parameter(
                            description = "Year, half, quarter or month",
                            example = "2021",
                            schema = @Schema(type = SchemaType.STRING))
                    @PathParam("period")
                    String period) {
        Place place = place(code, period);
        return reports.find(generations.serving(), place)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_REPORT, "There is no current report %s".formatted(place)));
    }

    @GET
    @Path("/revisions")
    @Operation(
            summary = "Every revision of a report, withdrawals included, newest first",
            description = "Empty if there never was a report.")
    @APIResponse(responseCode = "200", description = "A page; next, if any, is what to send as after for the next one")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public Page<SubmissionView> revisions(
            @Parameter(description = "Division code, CN for the whole country", example = "530181009")
                    @PathParam("code")
                    String code,
            @Parameter(
                            description = "Year, half, quarter or month",
                            example = "2021",
                            schema = @Schema(type = SchemaType.STRING))
                    @PathParam("period")
                    String period,
            @Parameter(description = "1 to 1000, 100 if left out") @QueryParam("limit") String limit,
            @Parameter(description = "The page before ended there") @QueryParam("after") String after) {
        Place place = place(code, period);
        int size = parameters.limit("limit", limit);
        int before = after == null ? Integer.MAX_VALUE : Parameters.endOfPage("after", after, Integer::valueOf);
        List<SubmissionView> found = submissions.revisions(generations.serving(), place, before, size + 1);
        return Page.of(found, size, last -> last.revision().toString());
    }

    private Place place(String code, String period) {
        Place place = new Place(parameters.jurisdiction(code), parameters.period("period", period));
        access.checkReports(place.jurisdiction().code());
        return place;
    }
}
