package io.huizong.aggregation.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.query.Ranking.Order;
import io.huizong.aggregation.query.Ranking.Position;
import io.huizong.aggregation.query.Ranking.Question;
import io.huizong.aggregation.query.Ranking.Ranked;
import io.huizong.aggregation.query.Ranking.Standings;
import io.huizong.aggregation.query.export.Exports;
import io.huizong.aggregation.query.export.Format;
import io.huizong.aggregation.query.export.Sheet;
import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.security.Role;
import io.huizong.contract.division.Level;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** Jurisdictions compared. */
@Path("/rollups")
@RolesAllowed(Role.VIEWER)
@Fresh
class RankingResource {

    private final Parameters parameters;
    private final OneState state;
    private final Ranking ranking;
    private final IndicatorCatalog catalog;
    private final Exports exports;

    RankingResource(Parameters parameters, OneState state, Ranking ranking, IndicatorCatalog catalog, Exports exports) {
        this.parameters = parameters;
        this.state = state;
        this.ranking = ranking;
        this.catalog = catalog;
        this.exports = exports;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Format.TEXT_CSV, Format.SPREADSHEET})
    @Operation(
            summary = "Jurisdictions below another one, ranked by an indicator",
            description = "Equal values share a rank and are listed by code. Who has no value is not ranked: of less"
                    + " ranked is how many these are. A page stays right whatever is applied between pages: it begins"
                    + " after the value and the code that the one before ended with.")
    @APIResponse(
            responseCode = "200",
            description = "A page; an export is not cut into pages",
            content = @Content(schema = @Schema(implementation = RankingView.class)))
    public Response ranking(
            @BeanParam RankingParameters asked, @BeanParam PageParameters page, @BeanParam ExportParameters form) {
        Question question = question(asked);
        Format format = form.format();
        int limit = parameters.limit(page, format);
        if (format == Format.JSON) {
            return Response.ok(view(question, page.cursor, limit), MediaType.APPLICATION_JSON)
                    .build();
        }
        Standings standings = state.of(() -> ranking.rank(question));
        int begin = standings.after(position(question, page.cursor), question.order());
        return exports.answer(
                format,
                new Sheet(
                        "%s %s %s"
                                .formatted(
                                        question.under().name(),
                                        question.period(),
                                        form.text(
                                                question.by().label().zh(),
                                                question.by().label().en())),
                        "ranking-%s-%s".formatted(question.under().code(), question.period()),
                        headings(question, form),
                        new PageRows<>(
                                (index, size) -> part(question, standings, index, size),
                                ranked -> row(question, ranked),
                                Integer.toString(begin),
                                limit)));
    }

    private Question question(RankingParameters asked) {
        var under = parameters.under(asked.under);
        Level level = asked.level == null ? null : Parameters.one("level", asked.level, Level.class);
        if (level != null && !under.level().isAbove(level)) {
            throw Parameters.wrong(
                    "level",
                    asked.level,
                    "低于 %s 的级别".formatted(under.level()),
                    "a level below %s, that of %s".formatted(under.level(), under.code()));
        }
        Period period = parameters.period("period", asked.period);
        Set<String> columns = new LinkedHashSet<>(asked.indicators);
        if (columns.size() > RankingParameters.MOST_COLUMNS) {
            throw ProblemException.parameter(
                    "indicator",
                    "给出了 %d 个，应为 1 至 %d 个".formatted(columns.size(), RankingParameters.MOST_COLUMNS),
                    "%d given, expected 1 to %d".formatted(columns.size(), RankingParameters.MOST_COLUMNS));
        }
        parameters.indicators(asked.indicators);
        String first = asked.indicators.isEmpty() ? null : asked.indicators.get(0);
        Indicator by =
                asked.by == null ? parameters.indicator("indicator", first) : parameters.indicator("by", asked.by);
        columns.add(by.code());
        Order order = asked.order == null
                ? Order.DESC
                : Parameters.parse(
                        "order",
                        asked.order,
                        "asc 或 desc",
                        "asc or desc",
                        text -> Order.valueOf(text.toUpperCase(Locale.ROOT)));
        return new Question(
                under,
                level,
                period,
                by,
                order,
                columns.stream().map(code -> catalog.get(code).orElseThrow()).toList());
    }

    private RankingView view(Question question, String cursor, int limit) {
        Position after = position(question, cursor);
        return state.of(() -> {
            Standings standings = ranking.rank(question);
            int begin = standings.after(after, question.order());
            int end = begin + limit;
            return new RankingView(
                    Subject.of(question.under()),
                    question.level(),
                    question.period(),
                    question.by().code(),
                    question.order(),
                    standings.of(),
                    standings.positions().size(),
                    ranking.show(question, standings, begin, limit),
                    end < standings.positions().size()
                            ? cursors(question)
                                    .write(standings.positions().get(end - 1).toString())
                            : null);
        });
    }

    /** For an export, whose order stays as it was at its begin: the index is its cursor. */
    private Page<Ranked> part(Question question, Standings standings, String index, int limit) {
        int begin = Integer.parseInt(index);
        int end = begin + limit;
        List<Ranked> items = state.of(() -> ranking.show(question, standings, begin, limit));
        return new Page<>(items, end < standings.positions().size() ? Integer.toString(end) : null);
    }

    private static Position position(Question question, String cursor) {
        return cursors(question).read(cursor, null, Position::parse);
    }

    private static Cursor cursors(Question question) {
        return new Cursor("ranking %s %s %s %s %s"
                .formatted(
                        question.under().code(),
                        question.level(),
                        question.period(),
                        question.by().code(),
                        question.order()));
    }

    private List<String> headings(Question question, ExportParameters form) {
        List<String> headings = new ArrayList<>(form.texts("名次", "rank", "代码", "code", "名称", "name", "级别", "level"));
        question.columns().forEach(column -> headings.add(IndicatorColumn.heading(column, form)));
        return headings;
    }

    private static List<Object> row(Question question, Ranked ranked) {
        List<Object> row = new ArrayList<>(List.of(
                ranked.rank(),
                ranked.jurisdiction().code(),
                ranked.jurisdiction().name(),
                ranked.jurisdiction().level().name()));
        for (Indicator column : question.columns()) {
            IndicatorView shown = ranked.indicators().get(column.code());
            row.add(shown == null ? null : shown.effective());
        }
        return row;
    }

    /**
     * A comparison.
     *
     * @param under the jurisdiction above those compared
     * @param level their level; null for all that stand directly below
     * @param by code of the indicator that ranks them
     * @param of how many are compared
     * @param ranked how many of them have a value
     * @param next the value of the parameter cursor for the next page; null if this is the last
     */
    record RankingView(
            Subject under,
            Level level,
            Period period,
            String by,
            Order order,
            int of,
            int ranked,
            List<Ranked> items,
            String next) {}
}
