package io.huizong.aggregation.query;

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
import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.security.Role;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Period;

/** Where totals come from. */
@Path("/rollups/{code}/{period}/contributions")
@RolesAllowed(Role.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
class ContributionResource {

    private final Parameters parameters;
    private final OneState state;
    private final Generations generations;
    private final RollupReader rollups;
    private final Contributions contributions;

    ContributionResource(
            Parameters parameters,
            OneState state,
            Generations generations,
            RollupReader rollups,
            Contributions contributions) {
        this.parameters = parameters;
        this.state = state;
        this.generations = generations;
        this.rollups = rollups;
        this.contributions = contributions;
    }

    @GET
    @Operation(
            summary = "The reports that make up an effective total",
            description = "In the order of the division tree, above before below. Reports below one on the whole area"
                    + " that gives the indicator too are not in the total, and not in the list.")
    @APIResponse(responseCode = "200", description = "A page; next, if any, is what to send as after for the next one")
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public ContributionsView contributions(
            @Parameter(description = "Division code, CN for the whole country", example = "530181") @PathParam("code")
                    String code,
            @Parameter(
                            description = "Year, half, quarter or month",
                            example = "2021",
                            schema = @Schema(type = SchemaType.STRING))
                    @PathParam("period")
                    String period,
            @Parameter(description = "A figure or a rate", required = true, example = "mediation.disputes_arisen")
                    @QueryParam("indicator")
                    String indicator,
            @Parameter(description = "1 to 1000, 100 if left out") @QueryParam("limit") String limit,
            @Parameter(description = "The page before ended there") @QueryParam("after") String after) {
        Place place = new Place(parameters.jurisdiction(code), parameters.period("period", period));
        Indicator wanted = summedIndicator(indicator);
        int size = parameters.limit("limit", limit);
        Jurisdiction last = parameters.endOfPage("after", after, place.jurisdiction());
        return state.of(() -> {
            int generation = generations.serving();
            Page<Contribution> page = Page.of(
                    contributions.find(generation, place, wanted, last, size + 1), size, end -> end.jurisdiction()
                            .code());
            return new ContributionsView(
                    Subject.of(place.jurisdiction()),
                    place.period(),
                    wanted.code(),
                    rollups.read(generation, place)
                            .only(Set.of(wanted.code()))
                            .indicators()
                            .get(wanted.code()),
                    page.items(),
                    page.next());
        });
    }

    private Indicator summedIndicator(String code) {
        if (code == null) {
            throw new ProblemException(
                    ProblemType.WRONG_PARAMETER, "indicator: missing, expected a code that GET /indicators lists");
        }
        Indicator indicator = parameters.indicator("indicator", code);
        if (indicator.kind() == IndicatorKind.TOTAL) {
            throw Parameters.wrong("indicator", code, "one of the parts of this total: " + indicator.of());
        }
        return indicator;
    }

    /**
     * Where a total comes from.
     *
     * @param jurisdiction whose total it is
     * @param period what period it sums up
     * @param indicator code of the indicator
     * @param total what the rollup shows of it; null if there is nothing
     * @param contributions the reports that are in its effective value
     * @param next the value of the parameter after for the next page; null if this is the last
     */
    record ContributionsView(
            Subject jurisdiction,
            Period period,
            String indicator,
            IndicatorView total,
            List<Contribution> contributions,
            String next) {}
}
