package io.huizong.local.launch;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The command line.
 *
 * @param once whether to stop after the totals were printed
 * @param samples the folder whose reports are submitted; empty for none
 * @param demo whether generated reports are submitted too
 * @param help whether the user only wants to know the options
 */
record Options(boolean once, Optional<Path> samples, boolean demo, boolean help) {

    static final String USAGE = """
            Usage: ./run-local [options]
              --once         stop after the totals were printed; exit 1 if one of them is wrong
              --samples DIR  submit the *.json of that folder instead of docs/samples
              --no-samples   submit nothing
              --demo         submit five generated years of 云南省 too, also written to .local/demo
              --help         show this
            Environment:
              HUIZONG_PORT_BASE=20000   ports 20000 to 20004 instead of 8080, 8081, 9092, 9093, 13306
              HUIZONG_KAFKA             bootstrap servers of a broker to use
              HUIZONG_JDBC_URL, HUIZONG_DB_USER, HUIZONG_DB_PASSWORD   a MySQL database to use""";

    static Options parse(List<String> arguments, Path defaultSamples) throws UsageException {
        boolean once = false;
        boolean demo = false;
        boolean help = false;
        boolean none = false;
        Path folder = null;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--once" -> once = true;
                case "--demo" -> demo = true;
                case "--help", "-h" -> help = true;
                case "--no-samples" -> none = true;
                case "--samples" -> folder = folder(rest);
                default -> throw new UsageException("%s is no option of run-local.".formatted(option));
            }
        }
        if (none && folder != null) {
            throw new UsageException("--samples and --no-samples exclude each other.");
        }
        Path samples = folder == null ? defaultSamples : folder;
        return new Options(once, none ? Optional.empty() : Optional.of(samples), demo, help);
    }

    private static Path folder(Deque<String> rest) throws UsageException {
        if (rest.isEmpty()) {
            throw new UsageException("--samples needs a folder.");
        }
        return Path.of(rest.remove());
    }
}
