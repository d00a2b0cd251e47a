package io.huizong.aggregation.query.submission;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.aggregation.query.http.Cursor;
import io.huizong.aggregation.query.http.Page;
import io.huizong.aggregation.query.http.PageParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.RollupKeyParameters;
import io.huizong.aggregation.query.http.ServingGeneration;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.aggregation.security.ReadAccess;
import io.huizong.aggregation.submission.ReportReader;
import io.huizong.aggregation.submission.ReportView;
import io.huizong.aggregation.submission.SubmissionReader;
import io.huizong.aggregation.submission.SubmissionView;
import io.huizong.commons.problem.ProblemException;
import io.huizong.commons.security.Role;

/** Current reports and their revisions. */
@Path("/reports/{code}/{period}")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
@ReadEndpoint
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
    public ReportView report(@BeanParam RollupKeyParameters asked) {
        RollupKey key = key(asked);
        return reports.find(serving.number(), key)
                .orElseThrow(() -> new ProblemException(
                        AggregationProblem.UNKNOWN_REPORT,
                        "没有 %s 的现行报告".formatted(key),
                        "There is no current report %s".formatted(key)));
    }

    @GET
    @Path("/revisions")
    @Operation(
            summary = "Every revision of a report, withdrawals included, newest first",
            description = "Empty if there never was a report.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = RevisionPage.class)))
    public Page<SubmissionView> revisions(@BeanParam RollupKeyParameters asked, @BeanParam PageParameters page) {
        RollupKey key = key(asked);
        int size = Parameters.limit(page);
        Cursor cursor = new Cursor("revisions " + key);
        int before = cursor.read(page.cursor, Integer.MAX_VALUE, Integer::valueOf);
        List<SubmissionView> found = submissions.revisions(serving.number(), key, before, size + 1);
        return Page.of(found, size, cursor, last -> last.revision().toString());
    }

    /** For the document only: what a page of revisions looks like. */
    private record RevisionPage(
            List<SubmissionView> items,
            @Schema(nullable = true) String next) {}

    private RollupKey key(RollupKeyParameters asked) {
        RollupKey key = asked.key();
        access.checkReports(key.jurisdiction().code());
        return key;
    }
}
