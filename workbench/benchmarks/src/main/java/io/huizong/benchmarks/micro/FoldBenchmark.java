package io.huizong.benchmarks.micro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

import io.huizong.aggregation.rollup.arithmetic.Fold;
import io.huizong.aggregation.rollup.arithmetic.OwnReport;
import io.huizong.aggregation.rollup.arithmetic.Rollup;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.benchmarks.load.NationalReports;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Report;

/** A batch of 500 reports with thirty figures each, folded into the rollups of their places and all above; by the report. */
public class FoldBenchmark extends Micro {

    private static final int BATCH = 500;

    private final DivisionTree tree = DivisionTree.bundled();
    private final IndicatorCatalog catalog = IndicatorCatalog.bundled();
    private final List<Report> reports = reports();

    private static List<Report> reports() {
        NationalReports national = new NationalReports();
        return national.events(national.townships(BATCH), 2021).stream()
                .map(event -> ((ReportSubmitted) event).report())
                .toList();
    }

    /** Into rollups that nothing was reported to. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public Map<RollupKey, Rollup> fold() {
        Fold fold = new Fold(tree, catalog);
        for (Report report : reports) {
            fold.replaceOwn(
                    new RollupKey(tree.get(report.jurisdiction()).orElseThrow(), report.period()),
                    OwnReport.of(report, catalog),
                    1);
        }
        Map<RollupKey, Rollup> rollups = new HashMap<>();
        for (RollupKey place : fold.keys()) {
            Rollup rollup = Rollup.empty();
            fold.apply(place, rollup);
            rollups.put(place, rollup);
        }
        return rollups;
    }
}
