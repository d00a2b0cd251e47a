package io.huizong.aggregation.query;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.query.export.Exports;
import io.huizong.aggregation.query.export.Format;
import io.huizong.aggregation.query.export.Sheet;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.security.Role;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Period;

/** Where totals come from. */
@Path("/rollups")
@RolesAllowed(Role.VIEWER)
@Fresh
class ContributionResource {

    private final Parameters parameters;
    private final OneState state;
    private final Generations generations;
    private final RollupReader rollups;
    private final Contributions contributions;
    private final Exports exports;

    ContributionResource(
            Parameters parameters,
            OneState state,
            Generations generations,
            RollupReader rollups,
            Contributions contributions,
            Exports exports) {
        this.parameters = parameters;
        this.state = state;
        this.generations = generations;
        this.rollups = rollups;
        this.contributions = contributions;
        this.exports = exports;
    }

    @GET
    @Path("/{code}/{period}/contributions")
    @Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV, Format.SPREADSHEET})
    @Operation(
            summary = "The reports that make up an effective total",
            description = "In the order of the division tree, above before below. Reports below one on the whole area"
                    + " that gives the indicator too are not in the total, and not in the list.")
    @APIResponse(
            responseCode = "200",
            description = "A page; an export is not cut into pages",
            content = @Content(schema = @Schema(implementation = ContributionsView.class)))
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public Response contributions(
            @BeanParam PlaceParameters asked,
            @Parameter(description = "A figure or a rate", required = true, example = "mediation.disputes_arisen")
                    @QueryParam("indicator")
                    String indicator,
            @BeanParam PageParameters page,
            @BeanParam ExportParameters form) {
        Place place = parameters.place(asked);
        Indicator wanted = summedIndicator(indicator);
        Format format = form.format();
        int limit = parameters.limit(page, format);
        if (format == Format.JSON) {
            return Response.ok(view(place, wanted, page.cursor, limit), MediaType.APPLICATION_JSON)
                    .build();
        }
        return exports.answer(
                format,
                new Sheet(
                        place.jurisdiction().name() + " " + place.period() + " "
                                + form.text(
                                        wanted.label().zh() + " 构成",
                                        wanted.label().en() + " contributions"),
                        "contributions-%s-%s".formatted(place.jurisdiction().code(), place.period()),
                        form.texts(
                                "代码",
                                "code",
                                "名称",
                                "name",
                                "级别",
                                "level",
                                "报告范围",
                                "scope",
                                "版本",
                                "revision",
                                "提交编号",
                                "submissionId",
                                "数值",
                                "value",
                                "限定",
                                "qualifier",
                                "分子",
                                "numerator",
                                "分母",
                                "denominator",
                                "估算",
                                "estimated",
                                "近似",
                                "approximate"),
                        new PageRows<>(
                                (cursor, size) -> state.of(() -> page(place, wanted, cursor, size)),
                                ContributionResource::row,
                                page.cursor,
                                limit)));
    }

    private ContributionsView view(Place place, Indicator indicator, String cursor, int limit) {
        return state.of(() -> {
            Page<Contribution> page = page(place, indicator, cursor, limit);
            return new ContributionsView(
                    Subject.of(place.jurisdiction()),
                    place.period(),
                    indicator.code(),
                    rollups.read(generations.serving(), place)
                            .only(Set.of(indicator.code()))
                            .indicators()
                            .get(indicator.code()),
                    page.items(),
                    page.next());
        });
    }

    private Page<Contribution> page(Place place, Indicator indicator, String cursor, int size) {
        Cursor cursors = new Cursor("contributions %s %s".formatted(place, indicator.code()));
        return Page.of(
                contributions.find(
                        generations.serving(),
                        place,
                        indicator,
                        cursors.read(cursor, null, parameters::jurisdiction),
                        size + 1),
                size,
                cursors,
                last -> last.jurisdiction().code());
    }

    private static List<Object> row(Contribution item) {
        return Arrays.asList(
                item.jurisdiction().code(),
                item.jurisdiction().name(),
                item.jurisdiction().level().name(),
                item.scope().name(),
                item.revision(),
                item.submissionId().toString(),
                item.value(),
                item.qualifier() == null ? null : item.qualifier().name(),
                item.numerator(),
                item.denominator(),
                item.estimated() == null ? null : item.estimated().toString(),
                Boolean.toString(item.approximate()));
    }

    private Indicator summedIndicator(String code) {
        Indicator indicator = parameters.indicator("indicator", code);
        if (indicator.kind() == IndicatorKind.TOTAL) {
            throw Parameters.wrong(
                    "indicator",
                    code,
                    "此合计的组成部分之一：" + indicator.of(),
                    "one of the parts of this total: " + indicator.of());
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
     * @param next the value of the parameter cursor for the next page; null if this is the last
     */
    record ContributionsView(
            Subject jurisdiction,
            Period period,
            String indicator,
            IndicatorView total,
            List<Contribution> contributions,
            String next) {}
}
