package io.huizong.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;

import org.openjdk.jmh.annotations.Benchmark;

import io.huizong.benchmarks.load.NationalReports;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** One report with thirty figures, from its bytes to the verdict. */
public class ValidationBenchmark extends Micro {

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
