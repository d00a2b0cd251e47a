package io.huizong.local.samples;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.huizong.local.count.PeriodReports;
import io.huizong.local.count.SubmittedReport;

/** The files of one period; the last of a jurisdiction is its current report. */
final class SubmittedPeriod {

    private final Set<Chain> chains = new LinkedHashSet<>();
    private PeriodReports reports = new PeriodReports(Map.of());

    void put(Chain chain, SubmittedReport report) {
        Map<String, String> parents = new HashMap<>();
        chain.addTo(parents);
        PeriodReports one = new PeriodReports(parents);
        one.put(chain.reporting().code(), report);
        chains.add(chain);
        reports = reports.and(one);
    }

    Set<Chain> chains() {
        return chains;
    }

    PeriodReports reports() {
        return reports;
    }
}
