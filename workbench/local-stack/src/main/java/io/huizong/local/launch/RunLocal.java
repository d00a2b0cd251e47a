package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.huizong.local.server.OutsideServers;

/**
 * Main class behind {@code ./run-local}, which gives it the checkout as the system property {@code huizong.root}.
 * Exit codes: 0 all is well, 1 something is not, 2 the command line is not understood.
 */
final class RunLocal {

    private final Path root;
    private final Map<String, String> environment;
    private final Console console;

    RunLocal(Path root, Map<String, String> environment, Console console) {
        this.root = root;
        this.environment = environment;
        this.console = console;
    }

    public static void main(String... arguments) throws InterruptedException {
        Path root = Path.of(System.getProperty("huizong.root", ""));
        Console console = new Console(System.out, System.err);
        System.exit(new RunLocal(root.toAbsolutePath(), System.getenv(), console).run(List.of(arguments)));
    }

    int run(List<String> arguments) throws InterruptedException {
        try {
            RunOptions options = RunOptions.parse(arguments, realReports());
            return run(options);
        } catch (UsageException e) {
            console.complain(e.getMessage());
            console.complain(RunOptions.usage());
            return 2;
        } catch (Fault | IllegalArgumentException e) {
            console.complain(e.getMessage());
            return 1;
        } catch (IOException e) {
            console.complain("The run cannot go on: " + e);
            return 1;
        }
    }

    private int run(RunOptions options) throws Fault, IOException, InterruptedException {
        Samples samples = Samples.of(options, root, realReports());
        LocalFolder local = LocalFolder.in(root, options);
        StackPorts ports = StackPorts.from(environment, options.cluster());
        OutsideServers outside = OutsideServers.from(environment);
        if (options.cluster() && !outside.isEmpty()) {
            throw new Fault("--cluster starts all servers itself, but HUIZONG_KAFKA or HUIZONG_JDBC_URL names some.");
        }
        RunLock lock = RunLock.take(local.folder());
        try {
            local.claim(ports, outside, console);
            Assembly assembly = new Assembly(root, local, ports, outside, console);
            return new Run(assembly, options.cluster(), environment).go(options, samples);
        } finally {
            lock.release();
        }
    }

    private Path realReports() {
        return root.resolve("docs/samples");
    }
}
