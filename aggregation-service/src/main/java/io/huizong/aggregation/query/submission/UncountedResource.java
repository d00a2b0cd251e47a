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
import io.huizong.aggregation.submission.UncountedReport;
import io.huizong.commons.security.Role;

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
        String[] after = CURSOR.read(page.cursor, new String[] {"", ""}, text -> text.split(SEPARATOR, 2));
        List<UncountedReport> found = uncounted.list(generation.number(), after[0], after[1], size + 1);
        return Page.of(found, size, CURSOR, last -> last.period() + SEPARATOR + last.jurisdiction());
    }
}
