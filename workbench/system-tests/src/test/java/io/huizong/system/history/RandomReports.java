package io.huizong.system.history;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.AdditionalFigure;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** Reports with all that the catalog allows, often about the same few indicators, so that totals and rates meet. */
public final class RandomReports {

    private static final int MAX_FIGURES = 12;

    private final Random random;
    private final List<Indicator> reported;
    private final List<Indicator> frequent;
    private final List<Indicator> rates;

    /** Reports on indicators of that catalog. */
    public RandomReports(Random random, IndicatorCatalog catalog) {
        this.random = random;
        reported = catalog.all().stream()
                .filter(indicator -> indicator.kind().isReported())
                .toList();
        rates = catalog.rates();
        frequent = Stream.concat(
                        rates.stream().flatMap(rate -> rate.operands().stream()),
                        Stream.of("services.centre_items", "mediation.subsidies"))
                .distinct()
                .map(code -> catalog.get(code).orElseThrow())
                .toList();
    }

    /** The next one, of that jurisdiction and period. */
    public Report next(String jurisdiction, Period period) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        int picks = random.nextInt(MAX_FIGURES + 1);
        for (int pick = 0; pick < picks; pick++) {
            Indicator indicator = oneOf(random.nextInt(10) < 7 ? frequent : reported);
            figures.put(indicator.code(), figure(indicator));
        }
        Map<String, BigDecimal> stated = new LinkedHashMap<>();
        for (int pick = random.nextInt(4); pick > 0; pick--) {
            stated.put(oneOf(rates).code(), BigDecimal.valueOf(random.nextInt(2_000_001), Report.RATE_DECIMALS));
        }
        List<AdditionalFigure> additional = random.nextInt(10) == 0
                ? List.of(new AdditionalFigure("其他", BigDecimal.valueOf(random.nextInt(100)), null))
                : List.of();
        Scope scope = random.nextInt(3) == 0 ? Scope.OWN_LEVEL : Scope.WHOLE_AREA;
        return new Report(jurisdiction, period, scope, figures, stated, additional, null, null);
    }

    private Figure figure(Indicator indicator) {
        BigDecimal value =
                switch (random.nextInt(10)) {
                    case 0 -> BigDecimal.ZERO;
                    case 1 -> Figure.MAXIMUM.subtract(BigDecimal.valueOf(random.nextInt(1000)));
                    default ->
                        BigDecimal.valueOf(
                                random.nextInt(100_000), indicator.kind().decimals());
                };
        return new Figure(value, Qualifier.values()[random.nextInt(Qualifier.values().length)]);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
