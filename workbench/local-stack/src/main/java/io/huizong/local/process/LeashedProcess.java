package io.huizong.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running command that is stopped when this process lets go of it or ends in whatever way. */
public final class LeashedProcess {

    // Ctrl-C reaches every process of the terminal; only the starter may answer it, so that it can stop them in order.
    private static final List<String> DEAF_TO_CTRL_C = List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "leash");

    private final Process leash;
    private final long pid;

    private LeashedProcess(Process leash, long pid) {
        this.leash = leash;
        this.pid = pid;
    }

    /** Starts the command. Its log file's folder is made if it is not there. */
    public static LeashedProcess start(Command command) throws IOException {
        Files.createDirectories(command.log().getParent());
        List<String> line = new ArrayList<>(DEAF_TO_CTRL_C);
        line.addAll(List.of(JavaCommand.EXECUTABLE, "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-cp", JavaCommand.locationOf(Leash.class), Leash.class.getName()));
        line.add(command.log().toString());
        line.add(command.disposable().map(Path::toString).orElse(""));
        line.addAll(command.line());
        ProcessBuilder builder = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.appendTo(command.log().toFile()));
        builder.environment().putAll(command.environment());
        Process leash = builder.start();
        return new LeashedProcess(leash, readPid(leash, command));
    }

    private static long readPid(Process leash, Command command) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(leash.getInputStream(), StandardCharsets.US_ASCII));
        String pid = output.readLine();
        if (pid == null) {
            throw new IOException("%s could not be started; its log is %s"
                    .formatted(command.line().get(0), command.log()));
        }
        return Long.parseLong(pid);
    }

    /** The process id of the command itself. */
    public long pid() {
        return pid;
    }

    /** Completes with the exit code, whether the command ended by itself or was stopped. */
    public CompletableFuture<Integer> onExit() {
        return leash.onExit().thenApply(Process::exitValue);
    }

    public boolean isAlive() {
        return leash.isAlive();
    }

    /** Waits so long at most; true as soon as the command has ended. */
    public boolean endsWithin(Duration patience) throws InterruptedException {
        return leash.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Sends SIGKILL and returns when the command has ended; its folder stays. */
    public void kill() {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        onExit().join();
    }

    /** Lets the command stop, by force after 30 seconds, and returns at once. */
    public CompletableFuture<Integer> release() {
        try {
            leash.getOutputStream().close();
            return onExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
