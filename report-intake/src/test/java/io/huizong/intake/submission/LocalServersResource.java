package io.huizong.intake.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/** Gives a test class the real broker, a topic of its own and an issuer of tokens. */
public class LocalServersResource implements QuarkusTestResourceLifecycleManager {

    private final LocalServers servers = LocalServers.shared();
    private final LocalIssuer issuer = LocalIssuer.create();
    private final LogReader log = new LogReader(servers.kafka(), "reports-" + UUID.randomUUID());
    private final Map<String, String> settings = new HashMap<>();

    @Override
    public void init(Map<String, String> arguments) {
        settings.putAll(arguments);
    }

    @Override
    public Map<String, String> start() {
        settings.put("kafka.bootstrap.servers", servers.kafka());
        settings.put("huizong.topics.reports", log.topic());
        settings.put("huizong.topics.replication", "1");
        settings.put("huizong.topics.min-insync-replicas", "1");
        settings.put("huizong.aggregation.url", "https://totals.example");
        settings.put("mp.jwt.verify.publickey.location", issuer.publicKeyLocation());
        settings.put("mp.jwt.verify.issuer", LocalIssuer.ISSUER);
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(LocalIssuer.class));
        injector.injectIntoFields(log, new TestInjector.MatchesType(LogReader.class));
        injector.injectIntoFields(Intake.running(), new TestInjector.MatchesType(Intake.class));
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
