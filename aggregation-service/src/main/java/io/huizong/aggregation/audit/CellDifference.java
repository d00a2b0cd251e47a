package io.huizong.aggregation.audit;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A stored value that does not follow from the current reports.
 *
 * @param jurisdiction code of the jurisdiction
 * @param period its period
 * @param indicator the indicator; left out where the difference is not about one
 * @param field {@code own} or {@code subordinates} of that indicator; {@code version}, {@code reports.scope}, {@code
 *     reports.ownHasFigures}, {@code reports.subtree} or {@code reports.withoutFigures}; {@code rollup} if there is
 *     none or should be none, {@code cells} if they cannot be read, {@code report} if the current report cannot
 * @param expected what should be there; null for nothing
 * @param found what is there; null for nothing
 */
record CellDifference(
        String jurisdiction,
        String period,
        @JsonInclude(JsonInclude.Include.NON_NULL) String indicator,
        String field,
        Object expected,
        Object found) {}
