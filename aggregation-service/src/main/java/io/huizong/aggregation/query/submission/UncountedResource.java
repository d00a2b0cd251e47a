package io.huizong.aggregation.query.submission;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.query.http.Cursor;
import io.huizong.aggregation.query.http.Page;
import io.huizong.aggregation.query.http.PageParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.ServingGeneration;
import io.huizong.aggregation.submission.UncountedReader;
import io.huizong.aggregation.submission.UncountedReader.UncountedReport;
import io.huizong.commons.security.Role;
import io.huizong.contract.report.Period;

/** Reports that are not in the totals as a whole. */
@Path("/maintenance/uncounted")
@RolesAllowed(Role.ADMIN)
@ReadEndpoint
@Produces(MediaType.APPLICATION_JSON)
class UncountedResource {

    private static final String SEPARATOR = "/";
    private static final Cursor CURSOR = new Cursor("uncounted");

    private final ServingGeneration generation;
    private final UncountedReader uncounted;

    UncountedResource(ServingGeneration generation, UncountedReader uncounted) {
        this.generation = generation;
        this.uncounted = uncounted;
    }

    @GET
    @Operation(
            summary = "The current reports of which a part is in no total, by period and code",
            description = "The division tree or the catalog does not know that part. It counts as soon as a generation"
                    + " is built with files that do.")
    @APIResponse(responseCode = "200", description = "A page")
    public Page<UncountedReport> list(@BeanParam PageParameters page) {
        int size = Parameters.limit(page);
        Position after = CURSOR.read(page.cursor, Position.FIRST, Position::parse);
        List<UncountedReport> found =
                uncounted.list(generation.number(), after.period(), after.jurisdiction(), size + 1);
        return Page.of(found, size, CURSOR, Position::of);
    }

    private record Position(String period, String jurisdiction) {

        private static final Position FIRST = new Position("", "");

        private static Position parse(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            return new Position(Period.parse(parts[0]).toString(), parts[1]);
        }

        private static String of(UncountedReport report) {
            return report.period() + SEPARATOR + report.jurisdiction();
        }
    }
}
