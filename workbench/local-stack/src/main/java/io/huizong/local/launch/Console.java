package io.huizong.local.launch;

import java.io.PrintStream;

/** Lines to the user; one thread's line never breaks another's. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;

    Console(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    void say(String line) {
        out.println(line);
    }

    void complain(String line) {
        err.println(line);
    }
}
