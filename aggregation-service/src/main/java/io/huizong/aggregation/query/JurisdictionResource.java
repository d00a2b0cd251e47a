package io.huizong.aggregation.query;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.security.Role;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;

/** Jurisdictions and who stands above and below them. */
@Path("/jurisdictions")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
class JurisdictionResource {

    private final Parameters parameters;
    private final DivisionTree tree;

    JurisdictionResource(Parameters parameters, DivisionTree tree) {
        this.parameters = parameters;
        this.tree = tree;
    }

    @GET
    @Path("/{code}")
    @Operation(summary = "A jurisdiction with those above and directly below it")
    @APIResponse(responseCode = "200", description = "The jurisdiction")
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public JurisdictionView jurisdiction(@PathParam("code") String code) {
        Jurisdiction jurisdiction = parameters.jurisdiction(code);
        return new JurisdictionView(
                Subject.of(jurisdiction),
                jurisdiction.from(),
                jurisdiction.until(),
                jurisdiction.reports(),
                tree.ancestors(jurisdiction).stream().map(Subject::of).toList(),
                tree.children(jurisdiction).stream().map(Subject::of).toList());
    }

    /**
     * A jurisdiction and its neighbours.
     *
     * @param subject code, name and level
     * @param from first year in which it exists; null for always
     * @param until last year in which it exists; null for ever
     * @param reports whether a report is expected from it
     * @param parents those above, nearest first
     * @param children those directly below
     */
    record JurisdictionView(
            @JsonUnwrapped Subject subject,
            Integer from,
            Integer until,
            boolean reports,
            List<Subject> parents,
            List<Subject> children) {}
}
