package io.huizong.local.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** A command that runs to its end before a server can be started. */
final class Preparation {

    private Preparation() {}

    static void run(ProcessBuilder builder, Path log) throws IOException {
        Files.createDirectories(log.getParent());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("%s ended with exit code %d; its log is %s"
                        .formatted(builder.command().get(0), code, log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a data folder was being prepared.");
        }
    }
}
