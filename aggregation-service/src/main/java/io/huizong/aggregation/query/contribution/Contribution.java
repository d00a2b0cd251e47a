package io.huizong.aggregation.query.contribution;

import java.math.BigDecimal;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Scope;

/**
 * A report's part in an effective total: a figure, or the pair of a rate.
 *
 * @param jurisdiction who reports
 * @param scope what part of the jurisdiction the report covers
 * @param revision which revision of its report it is
 * @param submissionId the submission that it came with
 * @param value the figure; left out for a rate
 * @param qualifier how exactly the source gives the figure; left out for a rate
 * @param numerator of a rate, else left out
 * @param denominator of a rate, else left out
 * @param estimated whether the numerator was computed from a stated rate; left out for a figure
 * @param approximate whether it rests on a figure that is not exact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Contribution(
        Subject jurisdiction,
        Scope scope,
        int revision,
        UUID submissionId,
        BigDecimal value,
        Qualifier qualifier,
        BigDecimal numerator,
        BigDecimal denominator,
        Boolean estimated,
        boolean approximate) {}
