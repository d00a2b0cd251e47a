package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalIssuer;
import io.huizong.local.LocalServers;

/**
 * An intake waits for a topic that is not there, says so, and makes none: it may be one that was lost. It notices so in time
 * though nobody submits, and when the topic is there it goes on by itself.
 */
@QuarkusTest
@WithTestResource(NoTopicYetTest.NoTopic.class)
class NoTopicYetTest {

    private static final String REPORT = "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {}}";
    private static final String KAFKA = LocalServers.shared().kafka();

    LocalIssuer issuer;
    Intake intake;
    NoTopic topic;

    /** The real broker, and nothing on it. */
    public static class NoTopic extends LocalServersResource {

        @Override
        public Map<String, String> start() {
            return settings();
        }

        @Override
        public void inject(TestInjector injector) {
            super.inject(injector);
            injector.injectIntoFields(this, new TestInjector.MatchesType(NoTopic.class));
        }

        @Override
        void injectReader(TestInjector injector) {
            // There is nothing to read yet.
        }
    }

    @Test
    void the_topic_is_waited_for_whenever_it_is_not_there() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            assertIsShut();
            assertThat(admin.listTopics().names().get()).doesNotContain(topic.topic());

            topic.makeTopic();
            awaitReadiness(200);
            assertThat(submit().statusCode()).isEqualTo(202);

            admin.deleteTopics(List.of(topic.topic())).all().get();
            await("readiness to go, though nobody submits")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> readiness().statusCode() == 503);
            assertIsShut();
            assertThat(admin.listTopics().names().get()).doesNotContain(topic.topic());

            topic.makeTopic();
            awaitReadiness(200);
            assertThat(submit().statusCode()).isEqualTo(202);
        }
    }

    private void assertIsShut() {
        HttpResponse<String> readiness = readiness();
        assertThat(readiness.statusCode()).isEqualTo(503);
        assertThat(readiness.body()).contains("there is no topic " + topic.topic());
        HttpResponse<String> response = submit();
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Problem.of(response).get("type").textValue()).isEqualTo("urn:huizong:problem:unavailable");
        assertThat(intake.send("/q/health/live", request -> request).statusCode())
                .isEqualTo(200);
    }

    private void awaitReadiness(int status) {
        await("readiness " + status)
                .atMost(Duration.ofSeconds(20))
                .until(() -> readiness().statusCode() == status);
    }

    private HttpResponse<String> readiness() {
        return intake.send("/q/health/ready", request -> request);
    }

    private HttpResponse<String> submit() {
        return intake.submit(REPORT, issuer.token("c", Set.of("submitter"), Set.of("CN")));
    }
}
