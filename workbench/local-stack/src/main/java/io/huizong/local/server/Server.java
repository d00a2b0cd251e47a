package io.huizong.local.server;

import java.io.IOException;
import java.util.Optional;

import io.huizong.local.process.Command;

/** A server that can be started any number of times over the same data. */
public interface Server {

    /** Makes the data folder ready; quick when it is ready already. */
    void prepare() throws IOException;

    /** The command that runs the server in the foreground. */
    Command command() throws IOException;

    /** Whether the server answers now. */
    boolean answers();

    /** Why the server does not answer yet, if it says so. */
    default Optional<String> waitsFor() {
        return Optional.empty();
    }
}
