package io.huizong.aggregation.query.http;

import jakarta.inject.Inject;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;

/** A jurisdiction and a period in a path. */
public class RollupKeyParameters {

    @PathParam("code")
    @Parameter(description = "Division code, also padded with zeros; CN for the whole country", example = "530181")
    String code;

    @PathParam("period")
    @Parameter(
            description = "Year, half, quarter or month: 2021, 2021-H1, 2021-Q4, 2021-11",
            example = "2021",
            schema = @Schema(type = SchemaType.STRING))
    String period;

    @Inject
    Parameters parameters;

    public RollupKey key() {
        return new RollupKey(parameters.jurisdiction(code), parameters.period("period", period));
    }
}
