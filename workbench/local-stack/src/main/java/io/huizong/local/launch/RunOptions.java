package io.huizong.local.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * @param cluster whether there are several of all
 */
record RunOptions(boolean once, Optional<Path> samples, boolean demo, boolean cluster) {

    // The script run-local prints the same file, for --help and before it builds.
    private static final String USAGE_FILE = "usage.txt";

    static String usage() {
        try (InputStream in = RunOptions.class.getResourceAsStream(USAGE_FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunOptions parse(List<String> arguments, Path defaultSamples) throws UsageException {
        boolean once = false;
        boolean demo = false;
        boolean cluster = false;
        boolean none = false;
        Path folder = null;
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.remove();
            switch (option) {
                case "--once" -> once = true;
                case "--demo" -> demo = true;
                case "--cluster" -> cluster = true;
                case "--no-samples" -> none = true;
                case "--samples" -> folder = folder(rest);
                default -> throw new UsageException("%s is no option of run-local.".formatted(option));
            }
        }
        if (none && folder != null) {
            throw new UsageException("--samples and --no-samples exclude each other.");
        }
        Path samples = folder == null ? defaultSamples : folder;
        return new RunOptions(once, none ? Optional.empty() : Optional.of(samples), demo, cluster);
    }

    private static Path folder(Deque<String> rest) throws UsageException {
        if (rest.isEmpty()) {
            throw new UsageException("--samples needs a folder.");
        }
        return Path.of(rest.remove());
    }
}
