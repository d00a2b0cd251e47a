package io.huizong.local.launch;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The processes of a run that was killed: they are ending by themselves, a new run only has to give them time. */
final class Leftovers {

    private static final long TIMEOUT_SECONDS = 30;

    private Leftovers() {}

    /** Returns when they are gone or their time is up; what then still holds a port is found by the port. */
    static void await(RunFile file, Console console) throws IOException {
        List<CompletableFuture<ProcessHandle>> ends = file.leftPids().stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .map(ProcessHandle::onExit)
                .toList();
        if (!ends.isEmpty()) {
            console.say("Waiting for the processes of a run that was killed");
            CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new))
                    .completeOnTimeout(null, TIMEOUT_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
        file.remove();
    }
}
