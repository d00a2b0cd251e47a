package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.huizong.local.process.Folders;
import io.huizong.local.server.OutsideServers;
import io.huizong.local.server.ServerHome;
import io.huizong.local.server.Versions;

/**
 * The {@code .local} folder of a checkout.
 *
 * @param data where the servers of this run keep their data
 * @param disposable whether the data go with the run
 */
record LocalFolder(Path folder, Path data, boolean disposable) {

    static LocalFolder in(Path root, RunOptions options) {
        Path folder = root.resolve(".local");
        String kept = options.cluster() ? "cluster" : "data";
        return new LocalFolder(folder, folder.resolve(options.once() ? "once" : kept), options.once());
    }

    ServerHome home(String server) {
        return new ServerHome(data.resolve(server), log(server), disposable);
    }

    Path log(String process) {
        return folder.resolve("logs").resolve(process + ".log");
    }

    RunFile runFile() {
        return new RunFile(folder.resolve("run.json"));
    }

    Path demo() {
        return folder.resolve("demo");
    }

    Path publicKey() {
        return folder.resolve("public-key.pem");
    }

    /** Makes the folder ready for a new run, whose lock is held; refuses if a port or the old data are in the way. */
    void claim(StackPorts ports, OutsideServers outside, Console console) throws IOException, Fault {
        Leftovers.await(runFile(), console);
        ports.requireFree(outside);
        removeDisposable();
        boolean needsData = outside.kafka().isEmpty() || outside.database().isEmpty();
        if (needsData) {
            DataFormat.claim(data, Versions.current());
        }
        Folders.remove(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("logs"));
    }

    void removeDisposable() throws IOException {
        if (disposable) {
            Folders.remove(data);
        }
    }
}
