package io.huizong.aggregation.query;

import java.util.List;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.huizong.contract.division.Level;

/** What is compared, and by what. */
class RankingParameters {

    static final int MOST_COLUMNS = 10;

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
}
