package io.huizong.system.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests have no field that Kubernetes does not know, hang together, and ask for what the services have. */
class KubernetesTest {

    private final KubernetesFiles files = KubernetesFiles.read();

    KubernetesTest() throws IOException {}

    @Test
    void all_files_are_applied() {
        assertThat(files.listed()).containsExactlyInAnyOrderElementsOf(files.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void no_probe_restarts_a_service_that_waits_for_brokers(String name) {
        Container container = files.container(name);

        assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/live");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
        return probe.getHttpGet().getPath();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void a_pod_may_do_nothing_but_run_its_service(String name) {
        PodSpec pod = files.only(Deployment.class, name).getSpec().getTemplate().getSpec();
        Container container = files.container(name);

        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001L);
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getResources().getLimits()).containsKey("memory");
        assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(45);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void services_and_disruption_budgets_mean_the_pods_of_a_deployment(String name) {
        Deployment deployment = files.only(Deployment.class, name);
        var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();

        assertThat(labels)
                .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        assertThat(labels)
                .containsAllEntriesOf(files.only(Service.class, name).getSpec().getSelector());
        PodDisruptionBudget budget = files.only(PodDisruptionBudget.class, name);
        assertThat(labels).containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels());
        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(deployment.getSpec().getReplicas()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"report-intake", "aggregation-service"})
    void every_mount_has_its_volume(String name) {
        PodSpec pod = files.only(Deployment.class, name).getSpec().getTemplate().getSpec();
        List<String> mounted = files.container(name).getVolumeMounts().stream()
                .map(VolumeMount::getName)
                .toList();

        assertThat(pod.getVolumes().stream().map(volume -> volume.getName()))
                .containsExactlyInAnyOrderElementsOf(mounted);
    }
}
