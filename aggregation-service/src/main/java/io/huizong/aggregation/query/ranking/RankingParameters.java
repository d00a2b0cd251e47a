package io.huizong.aggregation.query.ranking;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jakarta.inject.Inject;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.ranking.Ranking.Order;
import io.huizong.aggregation.query.ranking.Ranking.Question;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.report.Period;

/** What is compared, and by what. */
class RankingParameters {

    private static final int MAX_COLUMNS = 10;

    @QueryParam("under")
    @Parameter(description = "Division code of the jurisdiction above; the whole country if left out", example = "53")
    String under;

    @QueryParam("level")
    @Parameter(
            description = "Of those compared; left out: all directly below, whatever their levels",
            schema = @Schema(implementation = Level.class))
    String level;

    @QueryParam("period")
    @Parameter(description = "Year, half, quarter or month", required = true, example = "2021")
    String period;

    @QueryParam("indicator")
    @Parameter(
            description = "What is shown of each; repeats, up to 10",
            required = true,
            example = "mediation.success_rate")
    List<String> indicators;

    @QueryParam("by")
    @Parameter(description = "The indicator that ranks; the first one shown if left out")
    String by;

    @QueryParam("order")
    @Parameter(
            description = "Which end comes first",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"asc", "desc"},
                            defaultValue = "desc"))
    String order;

    @Inject
    Parameters parameters;

    Question question() {
        Jurisdiction above = parameters.under(under);
        Level compared = level(above);
        Period asked = parameters.period("period", period);
        Set<Indicator> columns = columns();
        Indicator ranking = by == null ? first(columns) : parameters.indicator("by", by);
        columns.add(ranking);
        return new Question(above, compared, asked, ranking, order(), List.copyOf(columns));
    }

    private Level level(Jurisdiction above) {
        Level compared = level == null ? null : Parameters.one("level", level, Level.class);
        if (compared != null && !above.level().isAbove(compared)) {
            throw Parameters.wrong(
                    "level",
                    level,
                    "低于 %s 的级别".formatted(above.level()),
                    "a level below %s, that of %s".formatted(above.level(), above.code()));
        }
        return compared;
    }

    private Set<Indicator> columns() {
        Set<String> codes = new LinkedHashSet<>(indicators);
        if (codes.size() > MAX_COLUMNS) {
            throw AggregationProblem.wrongParameter(
                    "indicator",
                    "给出了 %d 个，应为 1 至 %d 个".formatted(codes.size(), MAX_COLUMNS),
                    "%d given, expected 1 to %d".formatted(codes.size(), MAX_COLUMNS));
        }
        Set<Indicator> columns = new LinkedHashSet<>();
        codes.forEach(code -> columns.add(parameters.indicator("indicator", code)));
        return columns;
    }

    private Indicator first(Set<Indicator> columns) {
        return columns.stream().findFirst().orElseGet(() -> parameters.indicator("indicator", null));
    }

    private Order order() {
        return order == null
                ? Order.DESC
                : Parameters.parse(
                        "order",
                        order,
                        "asc 或 desc",
                        "asc or desc",
                        text -> Order.valueOf(text.toUpperCase(Locale.ROOT)));
    }
}
