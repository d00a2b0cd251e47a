package io.huizong.aggregation.ingest.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.aggregation.submission.NotCounted;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.indicator.IndicatorKind;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Report;

/** Which parts of an event count with the catalog. The codes of reasons are those by which the intake refuses the same. */
@ApplicationScoped
class CountedParts {

    private static final String JURISDICTION_UNKNOWN = "jurisdiction.unknown";
    private static final String NOT_IN_PERIOD = "jurisdiction.not_in_period";
    private static final String INDICATOR_UNKNOWN = "indicator.unknown";
    private static final String DERIVED = "indicator.derived";
    private static final String NOT_WHOLE = "figure.not_whole";
    private static final String NOT_A_RATE = "indicator.not_a_rate";

    private final IndicatorCatalog catalog;

    CountedParts(IndicatorCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What of an event is in no total.
     *
     * @param isKnown whether the tree has its jurisdiction
     * @param isThere whether that exists in its period
     */
    List<NotCounted> notCounted(ReportEvent event, boolean isKnown, boolean isThere) {
        if (!isThere && event.current().isPresent()) {
            return List.of(
                    isKnown
                            ? new NotCounted("#/period", NOT_IN_PERIOD)
                            : new NotCounted("#/jurisdiction", JURISDICTION_UNKNOWN));
        }
        return event.current().map(this::notCounted).orElse(List.of());
    }

    private List<NotCounted> notCounted(Report report) {
        List<NotCounted> parts = new ArrayList<>();
        report.figures().forEach((code, figure) -> whyNot(code, figure)
                .ifPresent(reason -> parts.add(new NotCounted("#/figures/" + code, reason))));
        for (String code : report.statedRates().keySet()) {
            IndicatorKind kind = kind(code);
            if (kind == null || !kind.isPair()) {
                parts.add(new NotCounted("#/statedRates/" + code, kind == null ? INDICATOR_UNKNOWN : NOT_A_RATE));
            }
        }
        return List.copyOf(parts);
    }

    /** Why a figure is in no total; empty if it counts. */
    private Optional<String> whyNot(String code, Figure figure) {
        IndicatorKind kind = kind(code);
        if (kind == null) {
            return Optional.of(INDICATOR_UNKNOWN);
        }
        if (!kind.isReported()) {
            return Optional.of(DERIVED);
        }
        return kind.accepts(figure.value()) ? Optional.empty() : Optional.of(NOT_WHOLE);
    }

    /** Null if the catalog lacks it. */
    private IndicatorKind kind(String code) {
        return catalog.get(code).map(Indicator::kind).orElse(null);
    }
}
