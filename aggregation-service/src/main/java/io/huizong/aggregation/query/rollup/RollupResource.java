package io.huizong.aggregation.query.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

import io.huizong.aggregation.query.export.ExportColumns;
import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.aggregation.query.http.ConsistentRead;
import io.huizong.aggregation.query.http.ExportParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.RollupKeyParameters;
import io.huizong.aggregation.query.http.ServingGeneration;
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

/** The totals of a jurisdiction: for one period, or over the years or other periods. */
@Path("/rollups")
@RolesAllowed(Role.VIEWER)
@ReadEndpoint
class RollupResource {

    private static final int MAX_PERIODS = 400;

    private final Parameters parameters;
    private final ServingGeneration serving;
    private final ConsistentRead state;
    private final RollupReader rollups;
    private final IndicatorCatalog catalog;

    RollupResource(
            Parameters parameters,
            ServingGeneration serving,
            ConsistentRead state,
            RollupReader rollups,
            IndicatorCatalog catalog) {
        this.parameters = parameters;
        this.serving = serving;
        this.state = state;
        this.rollups = rollups;
        this.catalog = catalog;
    }

    @GET
    @Path("/{code}/{period}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The totals of a jurisdiction for a period")
    @APIResponse(
            responseCode = "200",
            description = "The rollup; without indicators if nothing was reported yet",
            content = @Content(schema = @Schema(implementation = RollupView.class)))
    public RollupView rollup(
            @BeanParam RollupKeyParameters asked,
            @Parameter(description = "Only these; repeats. All if left out") @QueryParam("indicator")
                    List<String> indicators) {
        RollupKey key = asked.key();
        Set<String> wanted = parameters.indicators(indicators);

        RollupView rollup = rollups.read(serving.number(), key);
        return wanted.isEmpty() ? rollup : rollup.only(wanted);
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
        List<RollupKey> keys = periods(parameters.period("from", from), parameters.period("to", to)).stream()
                .map(period -> new RollupKey(jurisdiction, period))
                .toList();
        Set<String> wanted = parameters.indicators(indicators);
        List<Item> items = state.of(generation -> rollups.read(generation, keys)).stream()
                .map(rollup -> Item.of(wanted.isEmpty() ? rollup : rollup.only(wanted)))
                .toList();
        return form.answer(
                () -> new SeriesView(Subject.of(jurisdiction), items), () -> columns(items, wanted, form.language())
                        .sheet(
                                "%s %s—%s".formatted(jurisdiction.name(), from, to),
                                "series-%s-%s-%s".formatted(jurisdiction.code(), from, to),
                                items.stream()));
    }

    /** All periods from the one to the other. They must be of one kind, the right way round, and not too many. */
    private static List<Period> periods(Period from, Period to) {
        if (from.kind() != to.kind()) {
            throw Parameters.wrong(
                    "to",
                    to.toString(),
                    "与 from（%s）同类的时期".formatted(from),
                    "a period of the same kind as from, %s".formatted(from));
        }
        if (to.compareTo(from) < 0) {
            throw Parameters.wrong(
                    "to", to.toString(), "不早于 from（%s）".formatted(from), "not before from, %s".formatted(from));
        }
        List<Period> periods = new ArrayList<>(List.of(from));
        Period period = from;
        while (!period.equals(to)) {
            if (periods.size() == MAX_PERIODS) {
                throw Parameters.wrong(
                        "to",
                        to.toString(),
                        "自 from（%s）起至多 %d 个时期".formatted(from, MAX_PERIODS),
                        "at most %d periods from %s on".formatted(MAX_PERIODS, from));
            }
            period = period.next();
            periods.add(period);
        }
        return periods;
    }

    private ExportColumns<Item> columns(List<Item> items, Set<String> wanted, Language language) {
        List<Indicator> shown = wanted.isEmpty()
                ? catalog.all().stream()
                        .filter(indicator -> items.stream()
                                .anyMatch(item -> item.indicators().containsKey(indicator.code())))
                        .toList()
                : wanted.stream().map(code -> catalog.get(code).orElseThrow()).toList();
        return new ExportColumns<Item>(language)
                .addText("时期", "period", Item::period)
                .add("报告数", "reports", item -> item.reports().subtree())
                .addIndicators(shown, Item::indicators);
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
