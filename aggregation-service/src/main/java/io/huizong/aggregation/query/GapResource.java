package io.huizong.aggregation.query;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.problem.Language;
import io.huizong.aggregation.query.Finding.Kind;
import io.huizong.aggregation.query.export.Format;
import io.huizong.aggregation.security.Role;

/** Where reports do not agree with each other or with themselves. */
@Path("/gaps")
@RolesAllowed(Role.VIEWER)
@Fresh
class GapResource {

    private final Lists lists;
    private final OneState state;
    private final Generations generations;
    private final Findings findings;

    GapResource(Lists lists, OneState state, Generations generations, Findings findings) {
        this.lists = lists;
        this.state = state;
        this.generations = generations;
        this.findings = findings;
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
        Place place = asked.place();
        Set<Kind> wanted = kinds.isEmpty() ? EnumSet.allOf(Kind.class) : EnumSet.noneOf(Kind.class);
        kinds.forEach(kind -> wanted.add(Parameters.one("kind", kind, Kind.class)));
        return lists.answer(
                page,
                form,
                new Listing<>(
                        (cursor, size) -> page(place, wanted, cursor, size),
                        (cursor, size) -> page(place, wanted, cursor, size),
                        columns(form.language()),
                        place.jurisdiction().name() + " " + place.period() + " "
                                + form.text("差异与提示", "gaps and warnings"),
                        "gaps-%s-%s".formatted(place.jurisdiction().code(), place.period())));
    }

    private Page<Finding> page(Place place, Set<Kind> kinds, String cursor, int size) {
        Cursor cursors = new Cursor("gaps %s %s".formatted(place, kinds));
        Findings.Position begin = cursors.read(cursor, Findings.Position.BEGIN, Findings.Position::parse);
        return state.of(() -> Page.of(
                findings.find(generations.answering(), place, kinds, begin, size + 1),
                size,
                cursors,
                last -> Findings.Position.of(last).toString()));
    }

    private static Columns<Finding> columns(Language language) {
        return new Columns<Finding>(language)
                .add("类别", "kind", finding -> finding.kind().name())
                .addSubject(Finding::jurisdiction)
                .add("指标", "indicator", ofDifference(Finding.Difference::indicator))
                .add("差值", "gap", ofDifference(Finding.Difference::gap))
                .add("本级填报", "own", ofDifference(Finding.Difference::own))
                .add("下级合计", "subordinates", ofDifference(Finding.Difference::subordinates))
                .add(
                        "提示",
                        "warnings",
                        finding -> finding instanceof Finding.Oddity oddity
                                ? oddity.warnings().stream()
                                        .map(warning -> language.of(warning.detail()))
                                        .collect(joining("; "))
                                : null);
    }

    private static Function<Finding, Object> ofDifference(Function<Finding.Difference, Object> cell) {
        return finding -> finding instanceof Finding.Difference difference ? cell.apply(difference) : null;
    }

    /** For the document only: what a page of findings looks like. */
    private record FindingPage(List<Finding> items, String next) {}
}
