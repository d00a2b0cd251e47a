package io.huizong.aggregation.query;

import java.util.Arrays;
import java.util.EnumSet;
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
import io.huizong.aggregation.problem.Language;
import io.huizong.aggregation.query.Finding.Kind;
import io.huizong.aggregation.query.export.Exports;
import io.huizong.aggregation.query.export.Format;
import io.huizong.aggregation.query.export.Sheet;
import io.huizong.aggregation.security.Role;

/** Where reports do not agree with each other or with themselves. */
@Path("/gaps")
@RolesAllowed(Role.VIEWER)
@Fresh
class GapResource {

    private final Parameters parameters;
    private final OneState state;
    private final Generations generations;
    private final Findings findings;
    private final Exports exports;

    GapResource(Parameters parameters, OneState state, Generations generations, Findings findings, Exports exports) {
        this.parameters = parameters;
        this.state = state;
        this.generations = generations;
        this.findings = findings;
        this.exports = exports;
    }

    @GET
    @Path("/{code}/{period}")
    @Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV, Format.SPREADSHEET})
    @Operation(
            summary = "Contradictions, gaps and warnings of a jurisdiction and all below it",
            description = "Contradictions first, then the other gaps, each by size, the largest first; then the current"
                    + " reports with warnings, by their codes.")
    @APIResponse(
            responseCode = "200",
            description = "A page; an export is not cut into pages",
            content = @Content(schema = @Schema(implementation = FindingPage.class)))
    @APIResponse(responseCode = "404", description = "No such jurisdiction")
    public Response gaps(
            @BeanParam PlaceParameters asked,
            @Parameter(description = "Only these kinds; repeats", schema = @Schema(implementation = Kind[].class))
                    @QueryParam("kind")
                    List<String> kinds,
            @BeanParam PageParameters page,
            @BeanParam ExportParameters form) {
        Place place = parameters.place(asked);
        Set<Kind> wanted = kinds.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.noneOf(Kind.class);
        kinds.forEach(kind -> wanted.add(Parameters.one("kind", kind, Kind.class)));
        Format format = form.format();
        int limit = parameters.limit(page, format);
        if (format == Format.JSON) {
            return Response.ok(page(place, wanted, page.cursor, limit), MediaType.APPLICATION_JSON)
                    .build();
        }
        return exports.answer(
                format,
                new Sheet(
                        place.jurisdiction().name() + " " + place.period() + " "
                                + form.text("差异与提示", "gaps and warnings"),
                        "gaps-%s-%s".formatted(place.jurisdiction().code(), place.period()),
                        form.texts(
                                "类别",
                                "kind",
                                "代码",
                                "code",
                                "名称",
                                "name",
                                "级别",
                                "level",
                                "指标",
                                "indicator",
                                "差值",
                                "gap",
                                "本级填报",
                                "own",
                                "下级合计",
                                "subordinates",
                                "提示",
                                "warnings"),
                        new PageRows<>(
                                (cursor, size) -> page(place, wanted, cursor, size),
                                finding -> row(finding, form.language()),
                                page.cursor,
                                limit)));
    }

    private Page<Finding> page(Place place, Set<Kind> kinds, String cursor, int size) {
        Cursor cursors = new Cursor("gaps %s %s".formatted(place, kinds));
        Findings.Position begin = cursors.read(cursor, Findings.Position.BEGIN, Findings.Position::parse);
        return state.of(() -> Page.of(
                findings.find(generations.serving(), place, kinds, begin, size + 1),
                size,
                cursors,
                last -> Findings.Position.of(last).toString()));
    }

    private static List<Object> row(Finding finding, Language language) {
        Object[] cells = new Object[9];
        cells[0] = finding.kind().name();
        cells[1] = finding.jurisdiction().code();
        cells[2] = finding.jurisdiction().name();
        cells[3] = finding.jurisdiction().level().name();
        if (finding instanceof Finding.Difference difference) {
            cells[4] = difference.indicator();
            cells[5] = difference.gap();
            cells[6] = difference.own();
            cells[7] = difference.subordinates();
        } else if (finding instanceof Finding.Oddity oddity) {
            cells[8] = String.join(
                    "; ",
                    oddity.warnings().stream()
                            .map(warning -> language.of(warning.detail()))
                            .toList());
        }
        return Arrays.asList(cells);
    }

    /** For the document only: what a page of findings looks like. */
    private record FindingPage(List<Finding> items, String next) {}
}
