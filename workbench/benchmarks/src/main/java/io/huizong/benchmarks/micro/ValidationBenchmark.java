package io.huizong.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.huizong.benchmarks.load.NationalReports;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** One report with thirty figures, from its bytes to the verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {

    private final ReportValidation validation =
            new ReportValidation(DivisionTree.bundled(), IndicatorCatalog.bundled(), Clock.systemUTC());
    private final byte[] report =
            new NationalReports().json("530181009", "2021", 1234).getBytes(UTF_8);

    /** All rules. */
    @Benchmark
    public Verdict validate() {
        return validation.check(report);
    }
}
