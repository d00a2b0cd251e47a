package io.huizong.intake.submission;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.apache.kafka.clients.consumer.KafkaConsumer;

import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;
import io.huizong.local.ReportsTopic;

/**
 * The real broker, a topic and an issuer of tokens for the test classes that need an intake set up alike: it is started for
 * the first of them. Each test gets a reader of what comes into the log from then on.
 */
public class LocalServersResource implements QuarkusTestResourceLifecycleManager {

    private final LocalServers servers = LocalServers.shared();
    private final LocalIssuer issuer = LocalIssuer.create();
    private final String topic = "reports-" + UUID.randomUUID();
    private final KafkaConsumer<?, ?> consumer = PublishedRecords.consumer(servers.kafka());
    private Intake intake;

    @Override
    public Map<String, String> start() {
        makeTopic();
        return settings();
    }

    /** The settings of an intake that finds the log there. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", servers.kafka());
        settings.put("huizong.topics.reports", topic);
        settings.put("huizong.topics.partitions", Integer.toString(ReportsTopic.PARTITIONS));
        settings.put("huizong.topics.replication", "1");
        settings.put("huizong.topics.min-insync-replicas", "1");
        settings.put("huizong.aggregation.url", "https://totals.example");
        settings.put("mp.jwt.verify.publickey.location", issuer.publicKeyLocation());
        settings.put("mp.jwt.verify.issuer", LocalIssuer.ISSUER);
        return settings;
    }

    /** Makes the log, as the aggregation service does. */
    void makeTopic() {
        ReportsTopic.make(servers.kafka(), topic);
    }

    String topic() {
        return topic;
    }

    @Override
    public void inject(TestInjector injector) {
        if (intake == null) {
            intake = Intake.running();
        }
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(LocalIssuer.class));
        injectReader(injector);
        injector.injectIntoFields(intake, new TestInjector.MatchesType(Intake.class));
    }

    void injectReader(TestInjector injector) {
        injector.injectIntoFields(
                PublishedRecords.from(servers.kafka(), topic, consumer),
                new TestInjector.MatchesType(PublishedRecords.class));
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
        consumer.close();
    }
}
