package io.huizong.aggregation.query.completeness;

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

import io.huizong.aggregation.query.completeness.Completeness.Item;
import io.huizong.aggregation.query.completeness.Completeness.LevelCount;
import io.huizong.aggregation.query.completeness.Completeness.ReportingStatus;
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
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.problem.Language;
import io.huizong.commons.security.Role;
import io.huizong.contract.Bilingual;
import io.huizong.contract.division.Level;
import io.huizong.contract.report.Period;

/** Who has reported. */
@Path("/completeness/{code}/{period}")
@RolesAllowed(Role.VIEWER)
@ReadEndpoint
class CompletenessResource {

    private final ConsistentRead state;
    private final CompletenessReader completeness;

    CompletenessResource(ConsistentRead state, CompletenessReader completeness) {
        this.state = state;
        this.completeness = completeness;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ExportFormat.TEXT_CSV, ExportFormat.SPREADSHEET})
    @Operation(
            summary = "Who of a jurisdiction and all below it has reported for a period",
            description = "Counts by level, and by name those that are missing, or were late, in the order of the"
                    + " division tree. On time is whose first report was accepted before the due date; amendments do not"
                    + " change that. A withdrawn report is missing.")
    @APIResponse(
            responseCode = "200",
            description = "The counts and a page of the list; an export is the list, not cut into pages",
            content = @Content(schema = @Schema(implementation = CompletenessView.class)))
    public Response completeness(
            @BeanParam RollupKeyParameters asked,
            @Parameter(
                            description = "Who is listed; repeats. MISSING if left out",
                            schema = @Schema(implementation = ReportingStatus[].class))
                    @QueryParam("status")
                    List<String> statuses,
            @Parameter(
                            description = "Only those of this level are listed",
                            schema = @Schema(implementation = Level.class))
                    @QueryParam("level")
                    String level,
            @BeanParam PageParameters page,
            @BeanParam ExportParameters form) {
        RollupKey key = asked.key();
        Set<ReportingStatus> wanted =
                statuses.isEmpty() ? EnumSet.of(ReportingStatus.MISSING) : EnumSet.noneOf(ReportingStatus.class);
        statuses.forEach(status -> wanted.add(Parameters.one("status", status, ReportingStatus.class)));
        Level only = level == null ? null : Parameters.one("level", level, Level.class);
        return form.answer(
                page,
                (cursor, size) -> view(key, wanted, only, cursor, size),
                (cursor, size) -> page(read(key), key, wanted, only, cursor, size),
                items -> columns(form.language())
                        .sheet("completeness", key, new Bilingual("报送情况", "completeness"), items));
    }

    private CompletenessView view(RollupKey key, Set<ReportingStatus> statuses, Level level, String cursor, int size) {
        Completeness read = read(key);
        Page<Item> page = page(read, key, statuses, level, cursor, size);
        return new CompletenessView(
                Subject.of(key.jurisdiction()), key.period(), read.levels(), page.items(), page.next());
    }

    private Completeness read(RollupKey key) {
        return state.of(generation -> completeness.read(generation, key));
    }

    private Page<Item> page(
            Completeness read, RollupKey key, Set<ReportingStatus> statuses, Level level, String cursor, int size) {
        Cursor cursors = new Cursor("completeness %s %s %s".formatted(key, statuses, level));
        String last = cursors.read(cursor, null, code -> code);
        List<Item> found = read.items().stream()
                .dropWhile(item -> last != null && !item.jurisdiction().code().equals(last))
                .skip(last == null ? 0 : 1)
                .filter(item -> statuses.contains(item.status()))
                .filter(item -> level == null || item.jurisdiction().level() == level)
                .limit(size + 1L)
                .toList();
        return Page.of(found, size, cursors, item -> item.jurisdiction().code());
    }

    private static ExportColumns<Item> columns(Language language) {
        return new ExportColumns<Item>(language)
                .addSubject(Item::jurisdiction)
                .add(
                        "上级",
                        "parent",
                        item -> item.parent() == null ? null : item.parent().name())
                .addText("状态", "status", Item::status)
                .add(
                        "首次受理时间",
                        "first accepted at",
                        item -> item.firstAcceptedAt() == null
                                ? null
                                : item.firstAcceptedAt()
                                        .atZone(Period.ZONE)
                                        .toOffsetDateTime()
                                        .toString());
    }

    /**
     * Who has reported.
     *
     * @param jurisdiction of whom and all below
     * @param levels counts by level, highest first
     * @param items those asked for, in the order of the division tree
     * @param next the value of the parameter cursor for the next page; null if this is the last
     */
    @Schema(name = "Completeness")
    record CompletenessView(
            Subject jurisdiction,
            Period period,
            List<LevelCount> levels,
            List<Item> items,
            @Schema(nullable = true) String next) {}
}
