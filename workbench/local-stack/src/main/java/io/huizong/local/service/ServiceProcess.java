package io.huizong.local.service;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

import io.huizong.local.process.LeashedProcess;

/** A packaged service in a process of its own, which can be stopped or killed, and started again. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final PackagedService service;
    private volatile LeashedProcess process;
    private long begin;

    /** A process that is not started yet. */
    public ServiceProcess(PackagedService service) {
        this.service = service;
    }

    /** Starts it and returns at once. Its output goes after that of earlier starts. */
    public ServiceProcess start() throws IOException {
        service.prepare();
        begin = System.nanoTime();
        process = LeashedProcess.start(service.command());
        return this;
    }

    /** Returns when the service is ready: how long that was after its start. */
    public Duration awaitReady() throws IOException {
        return await(service::answers);
    }

    /** Returns when the service answers HTTP requests, for one that cannot say whether it is ready. */
    public Duration awaitListening() throws IOException {
        return await(service::isListening);
    }

    private Duration await(BooleanSupplier condition) throws IOException {
        while (!condition.getAsBoolean()) {
            if (endsWithin(POLL_INTERVAL)) {
                throw new IOException("The service ended by itself; its log is " + log());
            }
            if (sinceStart().compareTo(TIMEOUT) > 0) {
                throw new IOException("The service is not ready after %s: %s; its log is %s"
                        .formatted(TIMEOUT, service.waitsFor().orElse("no answer"), log()));
            }
        }
        return sinceStart();
    }

    private boolean endsWithin(Duration time) throws InterruptedIOException {
        try {
            return process.endsWithin(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a service was starting.");
        }
    }

    private Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Whether the service says that it is ready; false if it does not answer. */
    public boolean isReady() {
        return service.answers();
    }

    /** Whether the process runs: started, and neither stopped nor killed. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public int port() {
        return service.port();
    }

    public String url() {
        return service.url();
    }

    /** The address of a path that begins with a slash. */
    public URI uri(String path) {
        return URI.create(url() + path);
    }

    /** The file of its output. */
    public Path log() {
        return service.log();
    }

    /** Sends SIGTERM and returns at once; completes with the exit code. */
    public CompletableFuture<Integer> terminate() {
        return process.release();
    }

    /** Sends SIGTERM and returns when the process has ended. */
    public void stop() {
        terminate().join();
    }

    /** Sends SIGKILL and returns when the process has ended. */
    public void kill() {
        process.kill();
    }

    /** Sends SIGSTOP: the process does nothing until {@link #resume}. */
    public void pause() throws IOException, InterruptedException {
        output("kill", "-STOP", pid());
    }

    /** Sends SIGCONT. */
    public void resume() throws IOException, InterruptedException {
        output("kill", "-CONT", pid());
    }

    /** Resident memory in bytes. */
    public long residentBytes() throws IOException, InterruptedException {
        return 1024 * Long.parseLong(output("ps", "-o", "rss=", "-p", pid()));
    }

    /** Bytes of the heap in use after a garbage collection, which this call makes. */
    public long heapBytes() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return output(jcmd.toString(), pid(), "GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split(" +")[2]))
                .sum();
    }

    private String pid() {
        return Long.toString(process.pid());
    }

    private static String output(String... line) throws IOException, InterruptedException {
        Process command = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (command.waitFor() != 0) {
            throw new IOException("%s: %s".formatted(String.join(" ", line), output));
        }
        return output.strip();
    }

    @Override
    public String toString() {
        return "%s, log %s".formatted(url(), log());
    }

    /** Kills the process if it runs: nobody needs it or its data any more. */
    @Override
    public void close() {
        if (isAlive()) {
            kill();
        }
    }
}
