package io.huizong.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every environment variable that a service is given is one that it reads. */
class SettingsIT {

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void compose_gives_a_service_what_it_reads(String service) throws IOException, IllegalAccessException {
        KnownSettings known = KnownSettings.of(service);

        assertThat(ComposeFile.read().environment(service).keySet())
                .isNotEmpty()
                .allMatch(known::has);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void kubernetes_gives_a_service_what_it_reads(String service) throws IOException, IllegalAccessException {
        KnownSettings known = KnownSettings.of(service);

        assertThat(KubernetesFiles.read().environment(service)).isNotEmpty().allMatch(known::has);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "QUARKUS_HTTP_PROT", // misspelt
                "QUARKUS_DATASOURCE_DB_KIND", // read by the build, not by the service
                "HUIZONG_TOPICS_REPLICAS", // no setting of ours
                "KAFKA_BOOTSTRAP_SERVER", // no setting of Kafka's clients
            })
    void what_a_service_does_not_read_is_noticed(String variable) throws IOException, IllegalAccessException {
        assertThat(KnownSettings.of("aggregation-service").has(variable)).isFalse();
    }
}
