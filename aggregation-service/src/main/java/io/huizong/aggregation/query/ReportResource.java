package io.huizong.aggregation.query;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

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
@Fresh
class ReportResource {

    private final ServingGeneration serving;
    private final ReportReader reports;
    private final SubmissionReader submissions;
    private final ReadAccess access;

    ReportResource(ServingGeneration serving, ReportReader reports, SubmissionReader submissions, ReadAccess access) {
        this.serving = serving;
        this.reports = reports;
        this.submissions = submissions;
        this.access = access;
    }

    @GET
    @Operation(summary = "The current report of a jurisdiction for a period")
    @APIResponse(responseCode = "200", description = "The report, its revision, and what it came with")
    @APIResponse(responseCode = "404", description = "No such jurisdiction, or it has no current report")
    public ReportView report(@BeanParam PlaceParameters asked) {
        Place place = place(asked);
        return reports.find(serving.number(), place)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_REPORT,
                        "没有 %s 的现行报告".formatted(place),
                        "There is no current report %s".formatted(place)));
    }

    @GET
    @Path("/revisions")
    @Operation(
            summary = "Every revision of a report, withdrawals included, newest first",
            description = "Empty if there never was a report.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public Page<SubmissionView> revisions(@BeanParam PlaceParameters asked, @BeanParam PageParameters page) {
        Place place = place(asked);
        int size = Parameters.limit(page);
        Cursor cursor = new Cursor("revisions " + place);
        int before = cursor.read(page.cursor, Integer.MAX_VALUE, Integer::valueOf);
        List<SubmissionView> found = submissions.revisions(serving.number(), place, before, size + 1);
        return Page.of(found, size, cursor, last -> last.revision().toString());
    }

    private Place place(PlaceParameters asked) {
        Place place = asked.place();
        access.checkReports(place.jurisdiction().code());
        return place;
    }
}
