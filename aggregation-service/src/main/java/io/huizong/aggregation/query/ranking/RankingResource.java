package io.huizong.aggregation.query.ranking;

import java.util.List;
import java.util.function.BiFunction;
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

import io.huizong.aggregation.query.export.ExportColumns;
import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.aggregation.query.http.ConsistentRead;
import io.huizong.aggregation.query.http.ExportParameters;
import io.huizong.aggregation.query.http.Page;
import io.huizong.aggregation.query.http.PageParameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.ranking.Ranking.Order;
import io.huizong.aggregation.query.ranking.Ranking.Position;
import io.huizong.aggregation.query.ranking.Ranking.Question;
import io.huizong.aggregation.query.ranking.Ranking.Ranked;
import io.huizong.aggregation.query.ranking.Ranking.RankedPositions;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.problem.Language;
import io.huizong.commons.security.Role;
import io.huizong.contract.division.Level;
import io.huizong.contract.report.Period;

/** Jurisdictions compared. */
@Path("/rollups")
@RolesAllowed(Role.VIEWER)
@ReadEndpoint
class RankingResource {

    private final ConsistentRead state;
    private final Ranking ranking;

    RankingResource(ConsistentRead state, Ranking ranking) {
        this.state = state;
        this.ranking = ranking;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, ExportFormat.TEXT_CSV, ExportFormat.SPREADSHEET})
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
        Question question = asked.question();
        RollupKey above = new RollupKey(question.under(), question.period());
        return form.answer(
                page, (cursor, size) -> view(question, cursor, size), new OneOrder(question), items -> columns(
                                question, form.language())
                        .sheet("ranking", above, question.by().label(), items));
    }

    private RankingView view(Question question, String cursor, int limit) {
        Position after = question.cursor().read(cursor, null, Position::parse);
        return state.of(generation -> {
            RankedPositions ranked = ranking.rank(generation, question);
            Page<Ranked> page = page(generation, ranked, after, limit);
            return new RankingView(
                    Subject.of(question.under()),
                    question.level(),
                    question.period(),
                    question.by().code(),
                    question.order(),
                    ranked.of(),
                    ranked.positions().size(),
                    page.items(),
                    page.next());
        });
    }

    private Page<Ranked> page(int generation, RankedPositions ranked, Position after, int limit) {
        int begin = ranked.after(after);
        int end = begin + limit;
        return new Page<>(
                ranking.show(generation, ranked, begin, limit),
                end < ranked.positions().size()
                        ? ranked.question()
                                .cursor()
                                .write(ranked.positions().get(end - 1).toString())
                        : null);
    }

    /** The pages of an export, whose order stays as it was at its begin. */
    private final class OneOrder implements BiFunction<String, Integer, Page<Ranked>> {

        private final Question question;
        private RankedPositions ranked;

        OneOrder(Question question) {
            this.question = question;
        }

        @Override
        public Page<Ranked> apply(String cursor, Integer limit) {
            Position after = question.cursor().read(cursor, null, Position::parse);
            if (ranked == null) {
                ranked = state.of(generation -> ranking.rank(generation, question));
            }
            return state.of(generation -> page(generation, ranked, after, limit));
        }
    }

    private static ExportColumns<Ranked> columns(Question question, Language language) {
        return new ExportColumns<Ranked>(language)
                .add("名次", "rank", Ranked::rank)
                .addSubject(Ranked::jurisdiction)
                .addIndicators(question.columns(), Ranked::indicators);
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
    @Schema(name = "Ranking")
    record RankingView(
            Subject under,
            @Schema(nullable = true) Level level,
            Period period,
            String by,
            Order order,
            int of,
            int ranked,
            List<Ranked> items,
            @Schema(nullable = true) String next) {}
}
