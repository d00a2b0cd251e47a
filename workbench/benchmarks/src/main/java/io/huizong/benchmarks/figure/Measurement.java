package io.huizong.benchmarks.figure;

import java.util.List;

import io.huizong.benchmarks.measure.Plan;
import io.huizong.benchmarks.measure.Progress;

/** Something that comes to figures. */
public interface Measurement {

    /** How it is chosen on the command line. */
    String name();

    /** Measures it; leaves nothing running. */
    List<MeasuredFigure> measure(Plan plan, Progress progress) throws Exception;
}
