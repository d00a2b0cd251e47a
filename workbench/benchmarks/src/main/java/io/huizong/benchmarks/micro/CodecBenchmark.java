package io.huizong.benchmarks.micro;

import java.util.List;
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
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.UnreadableEventException;

/** One event with thirty figures to its record and back. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {

    private final ReportEventCodec codec = new ReportEventCodec();
    private final ReportEvent event =
            new NationalReports().events(List.of("530181009"), 2021).get(0);
    private final EncodedEvent encoded = codec.encode(event);

    /** As the intake does. */
    @Benchmark
    public EncodedEvent encode() {
        return codec.encode(event);
    }

    /** As the aggregation service does. */
    @Benchmark
    public ReportEvent decode() throws UnreadableEventException {
        return codec.decode(encoded.key(), encoded.headers()::get, encoded.data());
    }
}
