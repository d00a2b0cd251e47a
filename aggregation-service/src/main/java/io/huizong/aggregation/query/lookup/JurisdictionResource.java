package io.huizong.aggregation.query.lookup;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.commons.security.Role;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/** Jurisdictions, their parents and children. */
@Path("/jurisdictions")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
@ReadEndpoint
class JurisdictionResource {

    private final Parameters parameters;
    private final DivisionTree tree;
    private final JurisdictionSearch search;

    JurisdictionResource(Parameters parameters, DivisionTree tree, JurisdictionSearch search) {
        this.parameters = parameters;
        this.tree = tree;
        this.search = search;
    }

    @GET
    @Operation(
            summary = "Jurisdictions by name or code, the best match first",
            description = "The whole name before its beginning before a part of it; then the higher level, then the"
                    + " code. Either name or code must be given.")
    @APIResponse(responseCode = "200", description = "At most as many as the limit says")
    public List<FoundView> find(
            @Parameter(
                            description = "Part of the name; words before the last one stand in the names above",
                            example = "榆林 榆阳")
                    @QueryParam("name")
                    String name,
            @Parameter(description = "Beginning of the code, or the whole one, padded or not", example = "6108")
                    @QueryParam("code")
                    String code,
            @Parameter(description = "Only those of this level", schema = @Schema(implementation = Level.class))
                    @QueryParam("level")
                    String level,
            @Parameter(description = "How many at most, 1 to 1000, 100 if left out") @QueryParam("limit")
                    String limit) {
        if ((name == null) == (code == null)) {
            throw Parameters.missing("name", "name 与 code 二者之一", "either name or code");
        }
        String wanted = name == null ? code : name;
        if (wanted.isBlank()) {
            throw Parameters.wrong(name == null ? "code" : "name", wanted, "至少一个字", "at least one character");
        }
        Level only = level == null ? null : Parameters.one("level", level, Level.class);
        int most = Parameters.limit(limit);
        return (name == null ? search.byCode(code, only, most) : search.byName(name, only, most))
                .stream().map(this::found).toList();
    }

    private FoundView found(Jurisdiction jurisdiction) {
        return new FoundView(
                Subject.of(jurisdiction),
                tree.ancestors(jurisdiction).stream().map(Subject::of).toList());
    }

    /**
     * A jurisdiction that was found.
     *
     * @param subject code, name and level
     * @param parents those above, nearest first: many share a name
     */
    @Schema(name = "FoundJurisdiction")
    record FoundView(@JsonUnwrapped Subject subject, List<Subject> parents) {}

    @GET
    @Path("/{code}")
    @Operation(summary = "A jurisdiction with those above and directly below it")
    @APIResponse(responseCode = "200", description = "The jurisdiction")
    public JurisdictionView jurisdiction(
            @Parameter(description = "Division code, also padded with zeros", example = "110115") @PathParam("code")
                    String code) {
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
    @Schema(name = "Jurisdiction")
    record JurisdictionView(
            @JsonUnwrapped Subject subject,
            @Schema(nullable = true) Integer from,
            @Schema(nullable = true) Integer until,
            boolean reports,
            List<Subject> parents,
            List<Subject> children) {}
}
