package io.huizong.benchmarks.measure;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Tells who waits what goes on. */
public final class Progress {

    private final PrintStream out;
    private final Instant began = Instant.now();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** A line, with the time since the begin before it. */
    public void say(String line) {
        Duration since = Duration.between(began, Instant.now());
        out.printf("%3d:%02d  %s%n", since.toMinutes(), since.toSecondsPart(), line);
    }
}
