package io.huizong.aggregation.query.rollup;

import java.util.List;
import java.util.Set;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.RollupKeyParameters;
import io.huizong.aggregation.query.http.ServingGeneration;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.security.Role;

/** Rollups by their key. */
@Path("/rollups")
@RolesAllowed(Role.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@ReadEndpoint
class RollupResource {

    private final Parameters parameters;
    private final ServingGeneration serving;
    private final RollupReader rollups;

    RollupResource(Parameters parameters, ServingGeneration serving, RollupReader rollups) {
        this.parameters = parameters;
        this.serving = serving;
        this.rollups = rollups;
    }

    @GET
    @Path("/{code}/{period}")
    @Operation(summary = "The totals of a jurisdiction for a period")
    @APIResponse(
            responseCode = "200",
            description = "The rollup; without indicators if nothing was reported yet",
            content = @Content(schema = @Schema(implementation = RollupView.class)))
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public RollupView rollup(
            @BeanParam RollupKeyParameters asked,
            @Parameter(description = "Only these; repeats. All if left out") @QueryParam("indicator")
                    List<String> indicators) {
        RollupKey key = asked.key();
        Set<String> wanted = parameters.indicators(indicators);

        RollupView rollup = rollups.read(serving.number(), key);
        return wanted.isEmpty() ? rollup : rollup.only(wanted);
    }
}
