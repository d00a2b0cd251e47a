package io.huizong.system;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.huizong.local.count.PeriodReports;
import io.huizong.local.demo.Demo;
import io.huizong.local.demo.DemoRun;
import io.huizong.local.samples.SampleFile;
import io.huizong.local.samples.SampleRun;

/**
 * One running pair with the five real reports and what {@code ./run-local --demo} submits beside them, loaded once for all
 * tests that look at it. They leave the years of these reports as they are, below CN.
 */
public final class DemoPair implements BeforeAllCallback {

    private static final Namespace NAMESPACE = Namespace.create(DemoPair.class);
    private static final Path CHECKOUT = Path.of("../..");
    private static final Path GENERATED = Path.of("target/demo");

    // A service that is stopped waits so long for the stream that a page reads.
    private static final Map<String, String> AGGREGATION_SETTINGS = Map.of("QUARKUS_SHUTDOWN_TIMEOUT", "1S");

    private Loaded loaded;

    private record Loaded(RunningPair pair, Demo demo, List<SampleFile> real, List<String> findings)
            implements AutoCloseable {

        static Loaded start() {
            RunningPair pair = new RunningPair(Map.of(), AGGREGATION_SETTINGS);
            try {
                pair.start();
                List<SampleFile> real = SampleFile.allIn(CHECKOUT.resolve("docs/samples"));
                Demo demo = Demo.of(
                        CHECKOUT,
                        real.stream().flatMap(file -> file.report().stream()).toList());
                demo.write(GENERATED);
                List<String> findings = new ArrayList<>();
                Map<String, PeriodReports> applied =
                        new DemoRun(demo, pair.client(DemoRun.SENDER), System.out::println).submit(findings);
                // Nothing else is there yet: every total must be what the files give.
                findings.addAll(new SampleRun(pair.client("local-submitter"), said -> {}).run(real, applied));
                return new Loaded(pair, demo, real, findings);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close() throws SQLException {
            pair.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        loaded = test.getRoot().getStore(NAMESPACE).computeIfAbsent(Loaded.class, key -> Loaded.start(), Loaded.class);
    }

    /** The pair. */
    public RunningPair pair() {
        return loaded.pair();
    }

    /** What was submitted. */
    Demo demo() {
        return loaded.demo();
    }

    /** The code directly above each code of the province that reports were generated for. */
    public Map<String, String> parents() {
        return demo().parents();
    }

    /** The real reports. */
    public List<SampleFile> real() {
        return loaded.real();
    }

    /** The generated reports of a year, one a line, as {@code ./run-local --demo} leaves them in {@code .local/demo}. */
    public static Path generated(String year) {
        return GENERATED.resolve(year + ".ndjson");
    }

    /** A sentence for each report that was not applied, and each total that was not what the files give. */
    List<String> findings() {
        return loaded.findings();
    }
}
