package io.huizong.aggregation.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import io.huizong.aggregation.query.Finding.Kind;
import io.huizong.aggregation.security.Role;

/** Where reports do not agree with each other or with themselves. */
@Path("/gaps")
@RolesAllowed(Role.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
class GapResource {

    private final Parameters parameters;
    private final OneState state;
    private final Generations generations;
    private final Findings findings;

    GapResource(Parameters parameters, OneState state, Generations generations, Findings findings) {
        this.parameters = parameters;
        this.state = state;
        this.generations = generations;
        this.findings = findings;
    }

    @GET
    @Path("/{code}/{period}")
    @Operation(
            summary = "Contradictions, gaps and warnings of a jurisdiction and all below it",
            description = "Contradictions first, then the other gaps, each by size, the largest first; then the current"
                    + " reports with warnings, by their codes.")
    @APIResponse(responseCode = "200", description = "A page; next, if any, is what to send as after for the next one")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public Page<Finding> gaps(
            @Parameter(description = "Division code, CN for the whole country", example = "530181") @PathParam("code")
                    String code,
            @Parameter(
                            description = "Year, half, quarter or month",
                            example = "2021",
                            schema = @Schema(type = SchemaType.STRING))
                    @PathParam("period")
                    String period,
            @Parameter(description = "Only these: CONTRADICTION, GAP, WARNING") @QueryParam("kind") List<String> kinds,
            @Parameter(description = "1 to 1000, 100 if left out") @QueryParam("limit") String limit,
            @Parameter(description = "The page before ended there") @QueryParam("after") String after) {
        Place place = new Place(parameters.jurisdiction(code), parameters.period("period", period));
        Set<Kind> wanted = EnumSet.noneOf(Kind.class);
        kinds.forEach(
                kind -> wanted.add(Parameters.parse("kind", kind, "CONTRADICTION, GAP or WARNING", Kind::valueOf)));
        int size = parameters.limit("limit", limit);
        Findings.Position begin = after == null
                ? Findings.Position.BEGIN
                : Parameters.endOfPage("after", after, Findings.Position::parse);
        return state.of(() -> Page.of(
                findings.find(
                        generations.serving(),
                        place,
                        wanted.isEmpty() ? EnumSet.allOf(Kind.class) : wanted,
                        begin,
                        size + 1),
                size,
                last -> Findings.Position.of(last).toString()));
    }
}
