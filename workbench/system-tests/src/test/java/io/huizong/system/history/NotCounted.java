package io.huizong.system.history;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;

/**
 * A part of a report that is kept but is in no total, because tree or catalog do not know it.
 *
 * @param pointer to the part, as a fragment
 * @param code why
 */
public record NotCounted(String pointer, String code) {

    /** All of a report's parts that are in no total; only the place if that is one of them. */
    public static Set<NotCounted> of(Report report, DivisionTree tree, IndicatorCatalog catalog) {
        Place place = new Place(report.jurisdiction(), report.period().toString());
        Optional<NotCounted> unknownPlace = ofPlace(place, tree);
        if (unknownPlace.isPresent()) {
            return Set.of(unknownPlace.get());
        }
        Set<NotCounted> parts = new LinkedHashSet<>();
        report.figures().forEach((code, figure) -> {
            Optional<IndicatorKind> kind = catalog.get(code).map(known -> known.kind());
            reason(kind, kind.isPresent() && kind.get().isReported(), "indicator.derived")
                    .or(() -> isFraction(figure) && kind.get() != IndicatorKind.AMOUNT
                            ? Optional.of("figure.not_whole")
                            : Optional.empty())
                    .ifPresent(reason -> parts.add(new NotCounted("#/figures/" + code, reason)));
        });
        for (String code : report.statedRates().keySet()) {
            Optional<IndicatorKind> kind = catalog.get(code).map(known -> known.kind());
            reason(kind, kind.isPresent() && kind.get() == IndicatorKind.RATE, "indicator.not_a_rate")
                    .ifPresent(reason -> parts.add(new NotCounted("#/statedRates/" + code, reason)));
        }
        return parts;
    }

    private static boolean isFraction(Figure figure) {
        return figure.value().remainder(BigDecimal.ONE).signum() != 0;
    }

    private static Optional<String> reason(Optional<IndicatorKind> kind, boolean counts, String otherwise) {
        if (kind.isEmpty()) {
            return Optional.of("indicator.unknown");
        }
        return counts ? Optional.empty() : Optional.of(otherwise);
    }

    /** Why nothing that is reported there is in any total; empty if it is. */
    public static Optional<NotCounted> ofPlace(Place place, DivisionTree tree) {
        var jurisdiction = tree.get(place.jurisdiction());
        if (jurisdiction.isEmpty()) {
            return Optional.of(new NotCounted("#/jurisdiction", "jurisdiction.unknown"));
        }
        return jurisdiction.get().existsIn(Period.parse(place.period()).year())
                ? Optional.empty()
                : Optional.of(new NotCounted("#/period", "jurisdiction.not_in_period"));
    }
}
