package io.huizong.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import io.huizong.local.LocalIssuer;
import io.huizong.local.Servers;
import io.huizong.local.cluster.ClusterServers;
import io.huizong.local.count.PeriodReports;
import io.huizong.local.demo.Demo;
import io.huizong.local.demo.DemoRun;
import io.huizong.local.samples.SampleRun;
import io.huizong.local.samples.ServicesClient;

/** One run, from the first process to the last. */
final class Run {

    private static final int MAX_FINDINGS = 20;

    private final Console console;
    private final LocalFolder local;
    private final RunFile runFile;
    private final Endpoints endpoints;
    private final Tokens tokens;
    private final Stack stack = new Stack();

    Run(Assembly assembly, boolean cluster, Map<String, String> environment) throws IOException {
        LocalIssuer issuer = LocalIssuer.create(assembly.local().publicKey());
        console = assembly.console();
        local = assembly.local();
        runFile = local.runFile();
        tokens = Tokens.from(issuer);
        ProcessListener listener = new ProcessListener() {
            @Override
            public void launched() {
                writeRunFile();
            }
        };
        Servers servers;
        if (cluster) {
            ClusterServers several = assembly.cluster();
            assembly.add(several, stack, listener);
            servers = several;
        } else {
            SingleServers single = assembly.single();
            assembly.add(single, stack, listener);
            servers = single;
        }
        endpoints = assembly.endpoints(servers);
        assembly.addServices(endpoints, servers.copies(), issuer, environment, stack, listener);
    }

    /** Returns the exit code; without {@code --once} only after a fault. */
    int go(RunOptions options, Samples samples) throws InterruptedException {
        // Ctrl-C and SIGTERM come in by the hook, everything else by finally.
        Thread stop = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            stack.start(console);
            stack.watch();
            List<String> findings = submit(options, samples);
            if (options.once()) {
                return findings.isEmpty() ? 0 : 1;
            }
            sayWhereEverythingIs();
            new CountDownLatch(1).await();
            return 0;
        } catch (Fault e) {
            boolean causedByStopping = stack.isStopping();
            if (!causedByStopping) {
                console.complain(e.getMessage());
            }
            return 1;
        } finally {
            stop();
        }
    }

    private List<String> submit(RunOptions options, Samples samples) {
        if (samples.isEmpty()) {
            return List.of();
        }
        List<String> findings = findings(samples);
        complain(findings, options.once() ? findings.size() : MAX_FINDINGS);
        if (findings.isEmpty()) {
            console.say("Every report was applied, and every total is what the files give.");
        }
        return findings;
    }

    // Data of an older run may make everything differ, which somebody who only wants to go on need not read.
    private void complain(List<String> findings, int most) {
        findings.stream().limit(most).forEach(console::complain);
        if (findings.size() > most) {
            console.complain(
                    "There are %d more differences; --once shows all of its own.".formatted(findings.size() - most));
        }
    }

    private List<String> findings(Samples samples) {
        List<String> findings = new ArrayList<>();
        try {
            Map<String, PeriodReports> generated = Map.of();
            if (samples.demo().isPresent()) {
                generated = submit(samples.demo().get(), findings);
            }
            if (!samples.files().isEmpty()) {
                console.say("Submitting reports: %d%n".formatted(samples.files().size()));
            }
            findings.addAll(new SampleRun(client(tokens.submitter()), console::say).run(samples.files(), generated));
        } catch (IOException e) {
            findings.add("The reports could not be submitted and checked to the end: " + e);
        }
        return findings;
    }

    private Map<String, PeriodReports> submit(Demo demo, List<String> findings) throws IOException {
        demo.write(local.demo());
        console.say("Submitting generated reports, which are in %s too".formatted(local.demo()));
        DemoRun run = new DemoRun(demo, client(tokens.demo()), console::say);
        Map<String, PeriodReports> applied = run.submit(findings);
        run.print();
        return applied;
    }

    private ServicesClient client(String submitter) {
        return new ServicesClient(endpoints.intake(), endpoints.aggregation(), submitter, tokens.viewer());
    }

    private void sayWhereEverythingIs() {
        console.say("");
        endpoints
                .intakes()
                .forEach(url -> console.say("report-intake        %1$s   (API: %1$s/q/swagger-ui)".formatted(url)));
        endpoints
                .aggregations()
                .forEach(url -> console.say("aggregation-service  %1$s   (API: %1$s/q/swagger-ui)".formatted(url)));
        console.say("""
                Kafka                %s
                database             %s   (user: %s)
                tokens and pids      %s
                Ctrl-C stops everything.""".formatted(endpoints.kafka(), endpoints.jdbcUrl(), endpoints.dbUser(), runFile));
    }

    private void writeRunFile() {
        try {
            runFile.write(RunFile.Content.of(endpoints, tokens.byRole(), stack.pids()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void stop() {
        try {
            if (!stack.isStopping()) {
                console.say("Stopping");
            }
            stack.stop();
            runFile.remove();
            local.removeDisposable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
