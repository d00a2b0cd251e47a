package io.huizong.aggregation.ingest;

import static io.huizong.aggregation.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import jakarta.inject.Inject;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.TopicExistsException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.RoughServersResource;
import io.huizong.commons.topic.TopicSettings;

/** A log that is gone is told and not made anew; another topic of its name is another log. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class TopicReplacedTest extends Damage {

    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    @Inject
    KafkaClientService clients;

    private Admin brokers;

    @BeforeEach
    void connect() {
        brokers = Admin.create(Map.of("bootstrap.servers", kafka));
    }

    @AfterEach
    void close() {
        brokers.close();
    }

    @Test
    void a_log_that_is_gone_is_told_at_once_though_nothing_is_posted() throws Exception {
        log.publish(events(30, "2012", 1));
        awaitArisen("53", "2012", 30);

        remove();

        eventually()
                .atMost(AT_ONCE)
                .until(() -> readiness().statusCode() == 503
                        && readiness().asString().contains("the brokers do not have the topic " + topics.reports()));
        assertThat(arisen("53", "2012"))
                .as("the totals are answered all the same")
                .isEqualTo(30);
        assertThat(brokers.listTopics().names().get()).doesNotContain(topics.reports());

        make();
        awaitTakenIn("2013");
        assertThat(arisen("53", "2012")).isEqualTo(30);
    }

    @Test
    void a_topic_that_was_made_anew_is_taken_in_from_its_beginning() throws Exception {
        log.publish(events(200, "2014", 1));
        awaitArisen("53", "2014", 200);

        remove();
        make();

        awaitTakenIn("2015");
    }

    private boolean nobodyAsksForRecords() {
        return Stream.of("reports$1", "reports$2").allMatch(channel -> clients.getConsumer(channel)
                .runOnPollingThread((Function<Consumer<Object, Object>, Boolean>)
                        consumer -> consumer.paused().containsAll(consumer.assignment()))
                .await()
                .indefinitely());
    }

    private void awaitTakenIn(String period) {
        for (int report = 0; report < 3; report++) {
            log.publish(events(3, period, 7).get(report));
        }
        awaitArisen("53", period, 21);
        eventually().until(() -> lag().equals("0"));
        eventually().until(() -> readiness().statusCode() == 200);
    }

    private void remove() throws Exception {
        brokers.deleteTopics(List.of(topics.reports())).all().get();
    }

    private void make() {
        NewTopic topic = TopicSettings.reports(topics).newTopic();
        // The one before may not be removed everywhere yet.
        eventually()
                .ignoreExceptionsMatching(failure -> failure.getCause() instanceof TopicExistsException)
                .until(() -> {
                    brokers.createTopics(List.of(topic)).all().get();
                    return true;
                });
    }
}
