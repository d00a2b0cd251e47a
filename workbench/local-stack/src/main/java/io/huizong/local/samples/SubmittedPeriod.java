package io.huizong.local.samples;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.Indicator;
import io.huizong.local.count.SubmittedReport;

/** The reports of one period; the last of a jurisdiction is its current one. */
final class SubmittedPeriod {

    private final Map<Chain, SubmittedReport> current = new LinkedHashMap<>();

    void put(Chain chain, SubmittedReport report) {
        current.put(chain, report);
    }

    Collection<Chain> chains() {
        return current.keySet();
    }

    IndependentCount count(List<Indicator> catalog) {
        Map<String, String> parents = new HashMap<>();
        Map<String, SubmittedReport> reports = new HashMap<>();
        current.forEach((chain, report) -> {
            chain.addTo(parents);
            reports.put(chain.reporting().code(), report);
        });
        return new IndependentCount(catalog, parents, reports);
    }
}
