package io.huizong.benchmarks.row;

import io.huizong.benchmarks.measure.Comparison;
import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;
import io.huizong.benchmarks.measure.Result;

/** One of the comparisons, with processes, topics and a schema of its own. */
public interface Row {

    /** What it compares. */
    Comparison comparison();

    /** Measures it; leaves nothing running. */
    Result measure(Plan plan, Progress progress) throws Exception;
}
