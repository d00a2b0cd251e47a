package io.huizong.system.deployment;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The resources of {@code deploy/kubernetes}, read as the API server reads them, except that an unknown field is an error. */
record KubernetesFiles(List<HasMetadata> resources, List<String> listed, Set<String> files) {

    private static final Path FOLDER = ComposeFile.FOLDER.resolve("deploy/kubernetes");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "v1 Service", Service.class,
            "v1 ConfigMap", ConfigMap.class,
            "v1 Namespace", Namespace.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class);

    private static final JsonMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new NothingBesides())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(com.fasterxml.jackson.databind.MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    static KubernetesFiles read() throws IOException {
        List<HasMetadata> resources = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = file.getFileName().toString();
                for (Map<String, Object> document : documents(file)) {
                    if (name.equals("kustomization.yaml")) {
                        listed.addAll(ComposeFile.list(document.get("resources")));
                    } else {
                        files.add(name);
                        resources.add(resource(document));
                    }
                }
            }
        }
        return new KubernetesFiles(resources, listed, files);
    }

    private static List<Map<String, Object>> documents(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            List<Map<String, Object>> documents = new ArrayList<>();
            new Yaml(new SafeConstructor(new LoaderOptions()))
                    .loadAll(text)
                    .forEach(document -> documents.add(ComposeFile.map(document)));
            return documents;
        }
    }

    private static HasMetadata resource(Map<String, Object> document) {
        String kind = "%s %s".formatted(document.get("apiVersion"), document.get("kind"));
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("No resource is known as " + kind);
        }
        return STRICT.convertValue(document, KINDS.get(kind));
    }

    /** All resources of a kind. */
    <R extends HasMetadata> List<R> all(Class<R> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The resource of a kind and a name. */
    <R extends HasMetadata> R only(Class<R> kind, String name) {
        return all(kind).stream()
                .filter(resource -> resource.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no %s %s".formatted(kind.getSimpleName(), name)));
    }

    /** The only container of a deployment. */
    Container container(String deployment) {
        List<Container> containers = only(Deployment.class, deployment)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers();
        if (containers.size() != 1) {
            throw new AssertionError("%s has %d containers".formatted(deployment, containers.size()));
        }
        return containers.get(0);
    }

    /** The names of the environment variables of a deployment, wherever they come from. */
    Collection<String> environment(String deployment) {
        Set<String> names = new TreeSet<>();
        container(deployment).getEnv().forEach(variable -> names.add(variable.getName()));
        container(deployment)
                .getEnvFrom()
                .forEach(source -> names.addAll(
                        only(ConfigMap.class, source.getConfigMapRef().getName())
                                .getData()
                                .keySet()));
        return names;
    }

    /** The models keep what they do not know; here it is to be an error. */
    private static final class NothingBesides extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }
}
