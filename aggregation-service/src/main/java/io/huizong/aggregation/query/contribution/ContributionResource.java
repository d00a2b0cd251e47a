package io.huizong.aggregation.query.contribution;

import java.util.List;
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

import io.huizong.aggregation.query.contribution.Contributions.Contribution;
import io.huizong.aggregation.query.export.ExportColumns;
import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.aggregation.query.http.ConsistentRead;
import io.huizong.aggregation.query.http.Cursor;
import io.huizong.aggregation.query.http.ExportParameters;
import io.huizong.aggregation.query.http.Page;
import io.huizong.aggregation.query.http.PageParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.RollupKeyParameters;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.RollupReader;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.problem.Language;
import io.huizong.commons.security.Role;
import io.huizong.contract.Bilingual;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Period;

/** Where totals come from. */
@Path("/rollups")
@RolesAllowed(Role.VIEWER)
@ReadEndpoint
class ContributionResource {

    private final Parameters parameters;
    private final ConsistentRead state;
    private final RollupReader rollups;
    private final Contributions contributions;

    ContributionResource(
            Parameters parameters, ConsistentRead state, RollupReader rollups, Contributions contributions) {
        this.parameters = parameters;
        this.state = state;
        this.rollups = rollups;
        this.contributions = contributions;
    }

    @GET
    @Path("/{code}/{period}/contributions")
    @Produces({MediaType.APPLICATION_JSON, ExportFormat.TEXT_CSV, ExportFormat.SPREADSHEET})
    @Operation(
            summary = "The reports that make up an effective total",
            description = "In the order of the division tree, above before below. Reports below one on the whole area"
                    + " that gives the indicator too are not in the total, and not in the list.")
    @APIResponse(
            responseCode = "200",
            description = "A page; an export is not cut into pages",
            content = @Content(schema = @Schema(implementation = ContributionsView.class)))
    public Response contributions(
            @BeanParam RollupKeyParameters asked,
            @Parameter(description = "A figure or a rate", required = true, example = "mediation.disputes_arisen")
                    @QueryParam("indicator")
                    String indicator,
            @BeanParam PageParameters page,
            @BeanParam ExportParameters form) {
        RollupKey key = asked.key();
        Indicator wanted = summedIndicator(indicator);
        Bilingual subject =
                new Bilingual(wanted.label().zh() + " 构成", wanted.label().en() + " contributions");
        return form.answer(
                page,
                (cursor, size) -> view(key, wanted, cursor, size),
                (cursor, size) -> state.of(generation -> page(generation, key, wanted, cursor, size)),
                items -> columns(form.language()).sheet("contributions", key, subject, items));
    }

    private ContributionsView view(RollupKey key, Indicator indicator, String cursor, int limit) {
        return state.of(generation -> {
            Page<Contribution> page = page(generation, key, indicator, cursor, limit);
            return new ContributionsView(
                    Subject.of(key.jurisdiction()),
                    key.period(),
                    indicator.code(),
                    rollups.read(generation, key).indicators().get(indicator.code()),
                    page.items(),
                    page.next());
        });
    }

    private Page<Contribution> page(int generation, RollupKey key, Indicator indicator, String cursor, int size) {
        Cursor cursors = new Cursor("contributions %s %s".formatted(key, indicator.code()));
        Jurisdiction after = cursors.read(cursor, null, parameters::jurisdiction);
        return Page.of(
                contributions.find(generation, key, indicator, after, size + 1),
                size,
                cursors,
                last -> last.jurisdiction().code());
    }

    private static ExportColumns<Contribution> columns(Language language) {
        return new ExportColumns<Contribution>(language)
                .addSubject(Contribution::jurisdiction)
                .addText("报告范围", "scope", Contribution::scope)
                .add("版本", "revision", Contribution::revision)
                .addText("提交编号", "submissionId", Contribution::submissionId)
                .add("数值", "value", Contribution::value)
                .addText("限定", "qualifier", Contribution::qualifier)
                .add("分子", "numerator", Contribution::numerator)
                .add("分母", "denominator", Contribution::denominator)
                .addText("估算", "estimated", Contribution::estimated)
                .addText("近似", "approximate", Contribution::approximate);
    }

    private Indicator summedIndicator(String code) {
        Indicator indicator = parameters.indicator("indicator", code);
        if (indicator.kind().isDerived()) {
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
    @Schema(name = "Contributions")
    record ContributionsView(
            Subject jurisdiction,
            Period period,
            String indicator,
            @Schema(nullable = true) IndicatorView total,
            List<Contribution> contributions,
            @Schema(nullable = true) String next) {}
}
