package io.huizong.system.law;

import static io.huizong.system.history.RandomSubmissions.UNKNOWN_INDICATOR;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.system.history.RandomReports;

/** Reports with what the bundled catalog allows, and now and then with what it does not know, or not so. */
final class LawReports {

    private static final String RATE = "mediation.success_rate";
    private static final String COUNT = "petitions.received";
    private static final BigDecimal HALF = new BigDecimal("12.5");

    private final Random random;
    private final RandomReports known;

    LawReports(Random random, IndicatorCatalog catalog) {
        this.random = random;
        this.known = new RandomReports(random, catalog);
    }

    Report next(String jurisdiction, Period period) {
        Report report = known.next(jurisdiction, period);
        Map<String, Figure> figures = new LinkedHashMap<>(report.figures());
        Map<String, BigDecimal> stated = new LinkedHashMap<>(report.statedRates());
        if (random.nextInt(10) < 3) {
            add(figures, stated, random.nextInt(100));
        }
        return new Report(
                report.jurisdiction(),
                report.period(),
                report.scope(),
                figures,
                stated,
                report.additionalFigures(),
                null,
                null);
    }

    private void add(Map<String, Figure> figures, Map<String, BigDecimal> stated, int percent) {
        if (percent < 40) {
            figures.put(oneOf(NewerFiles.NEW_INDICATORS), figure());
        } else if (percent < 50) {
            stated.put(NewerFiles.NEW_RATE, BigDecimal.valueOf(random.nextInt(101)));
            figures.put("mediation.disputes_arisen", figure());
        } else if (percent < 80) {
            figures.put(oneOf(NewerFiles.CHANGED_KINDS), figure());
        } else if (percent < 84) {
            figures.put(UNKNOWN_INDICATOR, figure());
        } else if (percent < 87) {
            figures.put(RATE, figure());
        } else if (percent < 90) {
            stated.put(COUNT, BigDecimal.TEN);
        } else if (percent < 92) {
            stated.put(UNKNOWN_INDICATOR, BigDecimal.ONE);
        } else if (percent < 96) {
            // Nothing but what nobody knows: a report with figures, none of them counted.
            figures.clear();
            figures.put(UNKNOWN_INDICATOR, figure());
        } else {
            // Not counted where the indicator is known as a whole number, and not where it is not known.
            figures.put(random.nextBoolean() ? COUNT : NewerFiles.NEW_INDICATORS.get(0), halves());
        }
    }

    private Figure figure() {
        return new Figure(
                BigDecimal.valueOf(random.nextInt(1000)),
                Qualifier.values()[random.nextInt(Qualifier.values().length)]);
    }

    private static Figure halves() {
        return new Figure(HALF, Qualifier.EXACT);
    }

    private String oneOf(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }
}
