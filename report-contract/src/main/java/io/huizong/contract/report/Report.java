package io.huizong.contract.report;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The statement of one jurisdiction for one period, checked and normalised: absent collections are empty, codes are
 * unpadded.
 *
 * @param jurisdiction code of the jurisdiction that reports
 * @param period what it reports for
 * @param scope what part of the jurisdiction it covers
 * @param figures by indicator code, never of kind RATE or TOTAL
 * @param statedRates percentages that the source prints, by code of a RATE; 0 to 200, at most four decimals
 * @param additionalFigures figures without an indicator
 * @param source where the figures come from; null if not given
 * @param remarks free text; null if not given
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Report(
        String jurisdiction,
        Period period,
        Scope scope,
        @JsonInclude Map<String, Figure> figures,
        Map<String, BigDecimal> statedRates,
        List<AdditionalFigure> additionalFigures,
        Source source,
        @JsonInclude(JsonInclude.Include.NON_NULL) String remarks) {

    /** The largest stated rate, in percent: some sources count more concluded than received. */
    public static final BigDecimal MAXIMUM_RATE = BigDecimal.valueOf(200);

    /** Most decimals of a stated rate. */
    public static final int RATE_DECIMALS = 4;

    /**
     * Absent collections become empty; all become unmodifiable and keep their order. Trailing zeros of stated rates are
     * dropped.
     *
     * @throws IllegalArgumentException if a stated rate is out of range
     */
    public Report {
        Objects.requireNonNull(jurisdiction, "jurisdiction");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(scope, "scope");
        figures = copy(figures, UnaryOperator.identity());
        statedRates = copy(statedRates, rate -> Decimals.within(rate, BigDecimal.ZERO, MAXIMUM_RATE, RATE_DECIMALS));
        additionalFigures = additionalFigures == null ? List.of() : List.copyOf(additionalFigures);
    }

    /** Whether it gives any number at all, with or without an indicator. */
    public boolean hasFigures() {
        return !figures.isEmpty() || !statedRates.isEmpty() || !additionalFigures.isEmpty();
    }

    private static <V> Map<String, V> copy(Map<String, V> values, UnaryOperator<V> checked) {
        if (values == null) {
            return Map.of();
        }
        Map<String, V> copy = new LinkedHashMap<>();
        values.forEach((code, value) -> copy.put(code, checked.apply(Objects.requireNonNull(value, code))));
        return Collections.unmodifiableMap(copy);
    }
}
