package io.huizong.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The command line.
 *
 * @param quick whether a look in passing is enough
 * @param only names of what is measured; empty for everything that does not have to be asked for
 * @param growth whether the table of what growth costs is made too
 * @param help whether the user only wants to know the options
 */
record BenchmarkOptions(boolean quick, Set<String> only, boolean growth, boolean help) {

    static final String USAGE = """
            Usage: workbench/benchmarks/run [options]
              --build        package the services anew first (must be the first option)
              --micro [...]  run the JMH benchmarks instead, with JMH's own options
              --quick        fewer and shorter rounds
              --only A,B     only these: %s
              --growth       also what a report costs with 10,000 to 1,000,000 reports stored
              --help         show this""";

    static BenchmarkOptions parse(List<String> arguments) {
        boolean quick = false;
        boolean growth = false;
        boolean help = false;
        Set<String> only = new LinkedHashSet<>();
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--quick" -> quick = true;
                case "--growth" -> growth = true;
                case "--help", "-h" -> help = true;
                case "--only" -> only.addAll(names(rest));
                default -> throw new IllegalArgumentException("%s is no option of run.".formatted(option));
            }
        }
        return new BenchmarkOptions(quick, only, growth, help);
    }

    private static List<String> names(Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("--only needs names, separated by commas.");
        }
        return List.of(rest.remove().split(","));
    }

    boolean wants(String name) {
        return name.equals("growth") ? growth || only.contains(name) : only.isEmpty() || only.contains(name);
    }
}
