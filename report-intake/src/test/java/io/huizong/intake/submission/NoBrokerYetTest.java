package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.local.LocalIssuer;

/** A service that starts before its brokers waits for them, alive and not ready, and accepts nothing. */
@QuarkusTest
@WithTestResource(NoBrokerYetTest.NoBroker.class)
class NoBrokerYetTest {

    @TestHTTPResource
    URI address;

    LocalIssuer issuer;

    /** An issuer of tokens, and an address where no broker is. */
    public static class NoBroker implements QuarkusTestResourceLifecycleManager {

        private final LocalIssuer issuer = LocalIssuer.create();

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "kafka.bootstrap.servers",
                    "127.0.0.1:1",
                    "huizong.publication.topic-check-timeout",
                    "1s",
                    "mp.jwt.verify.publickey.location",
                    issuer.publicKeyLocation(),
                    "mp.jwt.verify.issuer",
                    LocalIssuer.ISSUER);
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(issuer, new TestInjector.MatchesType(LocalIssuer.class));
        }

        @Override
        public void stop() {
            // Nothing was started.
        }
    }

    @Test
    void nothing_is_accepted_and_nothing_is_left_in_doubt() {
        HttpResponse<String> response = new Intake(address)
                .submit(
                        "{\"jurisdiction\": \"530181\", \"period\": \"2021\", \"figures\": {}}",
                        issuer.token("c", Set.of("submitter"), Set.of("CN")));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Problem.of(response).get("type").textValue()).isEqualTo("urn:huizong:problem:unavailable");
        assertThat(Problem.of(response).has("submissionId")).isFalse();
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void metrics_say_how_long_the_log_has_been_shut() {
        String metrics =
                new Intake(address).send("/q/metrics", request -> request).body();

        assertThat(metrics)
                .containsPattern("huizong_topic_unavailable_seconds [0-9.E]*[1-9]")
                .doesNotContain("huizong_topic_unavailable_seconds 0.0\n");
    }

    @Test
    void it_is_alive_and_not_ready() {
        Intake intake = new Intake(address);

        assertThat(intake.send("/q/health/live", request -> request).statusCode())
                .isEqualTo(200);
        assertThat(intake.send("/q/health/ready", request -> request).statusCode())
                .isEqualTo(503);
    }
}
