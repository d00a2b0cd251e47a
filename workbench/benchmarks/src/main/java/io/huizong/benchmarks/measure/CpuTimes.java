package io.huizong.benchmarks.measure;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The CPU time that everyone on this machine who takes part has used so far: the services, their compilers apart, the servers
 * that were started for them, and who sends. Servers that run elsewhere are not in it.
 */
public final class CpuTimes {

    /** What only the command line of such a process has, and who that is; the services' lines name brokers and database too. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("barest-intake/target/", "barest intake");
        PARTS.put("report-intake/target/", "intake");
        PARTS.put("aggregation-service/target/", "aggregation");
        PARTS.put("--defaults-file", "database");
        PARTS.put("kafka", "brokers");
    }

    /** Hundredths of a second, as Linux counts them for programs wherever it runs. */
    private static final double TICKS_A_SECOND = 100;

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    private CpuTimes() {}

    /** As they are now. */
    public static CpuTimes now() {
        CpuTimes times = new CpuTimes();
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            String part = part(process.info().commandLine().orElse(""));
            double compilers = compilers(process.pid());
            times.add(part, seconds(process) - compilers);
            if (compilers > 0) {
                times.add(part + "'s compilers", compilers);
            }
        }
        times.add("sender", seconds(ProcessHandle.current()));
        return times;
    }

    static String part(String commandLine) {
        return PARTS.entrySet().stream()
                .filter(part -> commandLine.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("others");
    }

    private void add(String part, double more) {
        seconds.merge(part, more, Double::sum);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Those of a JVM; 0 where the system does not tell of threads. */
    private static double compilers(long pid) {
        File[] threads = new File("/proc/" + pid + "/task").listFiles();
        return threads == null
                ? 0
                : Arrays.stream(threads).mapToLong(CpuTimes::compilerTicks).sum() / TICKS_A_SECOND;
    }

    private static long compilerTicks(File thread) {
        try {
            return compilerTicks(Files.readString(thread.toPath().resolve("stat")));
        } catch (IOException ended) {
            // Threads of pools come and go; compilers stay.
            return 0;
        }
    }

    static long compilerTicks(String stat) {
        int nameEnds = stat.lastIndexOf(')');
        String name = stat.substring(stat.indexOf('(') + 1, nameEnds);
        // What follows the name is the third field; user and system time are the fourteenth and fifteenth.
        String[] fields = stat.substring(nameEnds + 2).split(" ");
        return name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")
                ? Long.parseLong(fields[11]) + Long.parseLong(fields[12])
                : 0;
    }

    /** How much more each has used since then, in seconds. */
    public String since(CpuTimes earlier) {
        return seconds.keySet().stream()
                .filter(part -> since(earlier, part) > 0)
                .map(part -> "%s %.2f".formatted(part, since(earlier, part)))
                .collect(joining(", "));
    }

    private double since(CpuTimes earlier, String part) {
        return seconds.get(part) - earlier.seconds.getOrDefault(part, 0.0);
    }
}
