package io.huizong.local.count;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The current reports of one period, and who stands directly above whom. */
public final class PeriodReports {

    private final Map<String, String> parents;
    private final Map<String, SubmittedReport> current = new HashMap<>();

    /** @param parents the code directly above; of every jurisdiction that reports, and of those above it */
    public PeriodReports(Map<String, String> parents) {
        this.parents = new HashMap<>(parents);
    }

    /** The report is the current one of that code from now on. */
    public void put(String code, SubmittedReport report) {
        current.put(code, report);
    }

    /** These reports and more of them. */
    public PeriodReports and(PeriodReports more) {
        PeriodReports all = new PeriodReports(parents);
        all.parents.putAll(more.parents);
        all.current.putAll(current);
        all.current.putAll(more.current);
        return all;
    }

    /** The codes that stand above others, in their order. */
    public Set<String> above() {
        return new TreeSet<>(parents.values());
    }

    /** What the rollups of the period must show when nothing but these reports is there. */
    public IndependentCount count(List<Indicator> catalog) {
        return new IndependentCount(catalog, parents, current);
    }
}
