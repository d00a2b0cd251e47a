package io.huizong.benchmarks.micro;

import java.util.List;

import org.openjdk.jmh.annotations.Benchmark;

import io.huizong.benchmarks.load.NationalReports;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.UnreadableEventException;

/** One event with thirty figures to its record and back. */
public class CodecBenchmark extends Micro {

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
