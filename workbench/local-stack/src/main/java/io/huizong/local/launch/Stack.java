package io.huizong.local.launch;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.huizong.local.process.OwnThread;

/** The processes of a run: servers first, then the services that need them; stopped in the opposite order. */
final class Stack {

    private final Map<String, WatchedProcess> servers = new LinkedHashMap<>();
    private final Map<String, WatchedProcess> services = new LinkedHashMap<>();
    private volatile boolean stopping;

    void addServer(String key, WatchedProcess server) {
        servers.put(key, server);
    }

    void addService(String key, WatchedProcess service) {
        services.put(key, service);
    }

    /** Returns when all of them answer. */
    void start(Console console) throws Fault {
        if (!servers.isEmpty()) {
            console.say("Starting %s".formatted(String.join(", ", names(servers.values()))));
            startTogether(servers.values());
        }
        console.say("Starting %s".formatted(String.join(", ", names(services.values()))));
        startTogether(services.values());
    }

    /** Watches all of them from now on. */
    void watch() {
        servers.values().forEach(WatchedProcess::watch);
        services.values().forEach(WatchedProcess::watch);
    }

    /** The processes that were started. */
    Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        servers.forEach((key, process) -> process.pid().ifPresent(pid -> pids.put(key, pid)));
        services.forEach((key, process) -> process.pid().ifPresent(pid -> pids.put(key, pid)));
        return pids;
    }

    /** Returns when all of them are gone; harmless when they are gone already. */
    synchronized void stop() {
        stopping = true;
        stopTogether(services.values());
        stopTogether(servers.values());
    }

    boolean isStopping() {
        return stopping;
    }

    // The first fault ends the wait: nobody wants to see it only after the others' patience is over.
    private static void startTogether(Collection<WatchedProcess> processes) throws Fault {
        CompletableFuture<Fault> firstFault = new CompletableFuture<>();
        CompletableFuture<?>[] starts = processes.stream()
                .map(process -> CompletableFuture.runAsync(() -> start(process, firstFault), OwnThread.EACH))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.anyOf(CompletableFuture.allOf(starts), firstFault).join();
        if (firstFault.isDone()) {
            throw firstFault.join();
        }
    }

    private static void start(WatchedProcess process, CompletableFuture<Fault> firstFault) {
        try {
            process.start();
        } catch (Fault e) {
            firstFault.complete(e);
        }
    }

    private static void stopTogether(Collection<WatchedProcess> processes) {
        processes.stream().map(WatchedProcess::stop).toList().forEach(CompletableFuture::join);
    }

    private static List<String> names(Collection<WatchedProcess> processes) {
        return processes.stream().map(WatchedProcess::name).toList();
    }
}
