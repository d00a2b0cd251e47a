package io.huizong.aggregation.query.series;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.aggregation.query.export.IndicatorColumns;
import io.huizong.aggregation.query.http.ConsistentRead;
import io.huizong.aggregation.query.http.ExportParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView;
import io.huizong.aggregation.rollup.RollupView.Reports;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.problem.Language;
import io.huizong.commons.security.Role;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** A jurisdiction over the years, or other periods. */
@Path("/rollups")
@RolesAllowed(Role.VIEWER)
@ReadEndpoint
class SeriesResource {

    private final Parameters parameters;
    private final ConsistentRead state;
    private final RollupReader rollups;
    private final IndicatorCatalog catalog;

    SeriesResource(Parameters parameters, ConsistentRead state, RollupReader rollups, IndicatorCatalog catalog) {
        this.parameters = parameters;
        this.state = state;
        this.rollups = rollups;
        this.catalog = catalog;
    }

    @GET
    @Path("/{code}")
    @Produces({MediaType.APPLICATION_JSON, ExportFormat.TEXT_CSV, ExportFormat.SPREADSHEET})
    @Operation(
            summary = "The totals of a jurisdiction over periods of one kind",
            description = "Every period from the first to the last has its item, at most 400: one that nothing was"
                    + " reported for has no indicators.")
    @APIResponse(
            responseCode = "200",
            description = "The series, oldest first",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public Response series(
            @Parameter(description = "Division code, CN for the whole country", example = "53") @PathParam("code")
                    String code,
            @Parameter(description = "The first period", required = true, example = "2019") @QueryParam("from")
                    String from,
            @Parameter(description = "The last period, of the same kind", required = true, example = "2024")
                    @QueryParam("to")
                    String to,
            @Parameter(description = "Only these; repeats. All if left out") @QueryParam("indicator")
                    List<String> indicators,
            @BeanParam ExportParameters form) {
        Jurisdiction jurisdiction = parameters.jurisdiction(code);
        List<Period> periods = Series.of(parameters.period("from", from), parameters.period("to", to));
        Set<String> wanted = parameters.indicators(indicators);
        List<Item> items = items(jurisdiction, periods, wanted);
        return form.answer(
                () -> new SeriesView(Subject.of(jurisdiction), items), () -> columns(items, wanted, form.language())
                        .sheet(
                                "%s %s—%s".formatted(jurisdiction.name(), from, to),
                                "series-%s-%s-%s".formatted(jurisdiction.code(), from, to),
                                items.stream()));
    }

    private List<Item> items(Jurisdiction jurisdiction, List<Period> periods, Set<String> wanted) {
        List<RollupKey> keys = periods.stream()
                .map(period -> new RollupKey(jurisdiction, period))
                .toList();
        return state.of(generation -> rollups.read(generation, keys)).stream()
                .map(rollup -> Item.of(wanted.isEmpty() ? rollup : rollup.only(wanted)))
                .toList();
    }

    private IndicatorColumns<Item> columns(List<Item> items, Set<String> wanted, Language language) {
        IndicatorColumns<Item> columns = new IndicatorColumns<Item>(language)
                .add("时期", "period", item -> item.period().toString())
                .add("报告数", "reports", item -> item.reports().subtree());
        shown(items, wanted)
                .forEach(indicator -> columns.addIndicator(
                        indicator, item -> item.indicators().get(indicator.code())));
        return columns;
    }

    private Stream<Indicator> shown(List<Item> items, Set<String> wanted) {
        return wanted.isEmpty()
                ? catalog.all().stream().filter(indicator -> items.stream()
                        .anyMatch(item -> item.indicators().containsKey(indicator.code())))
                : wanted.stream().map(code -> catalog.get(code).orElseThrow());
    }

    /**
     * A jurisdiction over time.
     *
     * @param jurisdiction whose totals they are
     * @param items one a period, oldest first
     */
    @Schema(name = "Series")
    record SeriesView(Subject jurisdiction, List<Item> items) {}

    /** What its rollup shows for one period. */
    @Schema(name = "SeriesItem")
    record Item(Period period, long version, Reports reports, Map<String, IndicatorView> indicators) {

        static Item of(RollupView rollup) {
            return new Item(rollup.period(), rollup.version(), rollup.reports(), rollup.indicators());
        }
    }
}
