package io.huizong.aggregation.query.gap;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
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

import io.huizong.aggregation.query.export.ExportColumns;
import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.aggregation.query.gap.GapFinding.Kind;
import io.huizong.aggregation.query.http.ConsistentRead;
import io.huizong.aggregation.query.http.Cursor;
import io.huizong.aggregation.query.http.ExportParameters;
import io.huizong.aggregation.query.http.Page;
import io.huizong.aggregation.query.http.PageParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.RollupKeyParameters;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.problem.Language;
import io.huizong.commons.security.Role;
import io.huizong.contract.Bilingual;

/** Where reports do not agree with each other or with themselves. */
@Path("/gaps")
@RolesAllowed(Role.VIEWER)
@ReadEndpoint
class GapResource {

    private final ConsistentRead state;
    private final GapFindings findings;

    GapResource(ConsistentRead state, GapFindings findings) {
        this.state = state;
        this.findings = findings;
    }

    @GET
    @Path("/{code}/{period}")
    @Produces({MediaType.APPLICATION_JSON, ExportFormat.TEXT_CSV, ExportFormat.SPREADSHEET})
    @Operation(
            summary = "Contradictions, gaps and warnings of a jurisdiction and all below it",
            description = "Contradictions first, then the other gaps, each by size, the largest first; then the current"
                    + " reports with warnings, by their codes.")
    @APIResponse(
            responseCode = "200",
            description = "A page; an export is not cut into pages",
            content = @Content(schema = @Schema(implementation = FindingPage.class)))
    public Response gaps(
            @BeanParam RollupKeyParameters asked,
            @Parameter(description = "Only these kinds; repeats", schema = @Schema(implementation = Kind[].class))
                    @QueryParam("kind")
                    List<String> kinds,
            @BeanParam PageParameters page,
            @BeanParam ExportParameters form) {
        RollupKey key = asked.key();
        Set<Kind> wanted = kinds.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.noneOf(Kind.class);
        kinds.forEach(kind -> wanted.add(Parameters.one("kind", kind, Kind.class)));
        BiFunction<String, Integer, Page<GapFinding>> pages = (cursor, size) -> page(key, wanted, cursor, size);
        return form.answer(page, pages, pages, items -> columns(form.language())
                .sheet("gaps", key, new Bilingual("差异与提示", "gaps and warnings"), items));
    }

    private Page<GapFinding> page(RollupKey key, Set<Kind> kinds, String cursor, int size) {
        Cursor cursors = new Cursor("gaps %s %s".formatted(key, kinds));
        GapFindings.Position begin = cursors.read(cursor, GapFindings.Position.BEGIN, GapFindings.Position::parse);
        return state.of(generation -> Page.of(
                findings.find(generation, key, kinds, begin, size + 1), size, cursors, last -> GapFindings.Position.of(
                                last)
                        .toString()));
    }

    private static ExportColumns<GapFinding> columns(Language language) {
        return new ExportColumns<GapFinding>(language)
                .addText("类别", "kind", GapFinding::kind)
                .addSubject(GapFinding::jurisdiction)
                .add("指标", "indicator", ofDifference(GapFinding.Difference::indicator))
                .add("差值", "gap", ofDifference(GapFinding.Difference::gap))
                .add("本级填报", "own", ofDifference(GapFinding.Difference::own))
                .add("下级合计", "subordinates", ofDifference(GapFinding.Difference::subordinates))
                .add(
                        "提示",
                        "warnings",
                        finding -> finding instanceof GapFinding.Oddity oddity
                                ? oddity.warnings().stream()
                                        .map(warning -> language.of(warning.detail()))
                                        .collect(joining("; "))
                                : null);
    }

    private static Function<GapFinding, Object> ofDifference(Function<GapFinding.Difference, Object> cell) {
        return finding -> finding instanceof GapFinding.Difference difference ? cell.apply(difference) : null;
    }

    /** For the document only: what a page of findings looks like. */
    @Schema(name = "GapPage")
    private record FindingPage(
            List<GapFinding> items, @Schema(nullable = true) String next) {}
}
