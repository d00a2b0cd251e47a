package io.huizong.commons.problem;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import jakarta.ws.rs.HttpMethod;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** The methods that a path supports, as the resources declare them. Quarkus REST does not say when it refuses another one. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** For the header {@code Allow} (RFC 9110, section 10.2.1). */
    static String at(String path) {
        var match = new RequestMapper<>(
                        ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers())
                .map(path);
        Set<String> methods = new TreeSet<>();
        if (match != null) {
            Arrays.stream(match.value.handlers)
                    .filter(ClassRoutingHandler.class::isInstance)
                    .map(ClassRoutingHandler.class::cast)
                    .forEach(routing -> routing.getMappers().forEach((method, resources) -> {
                        var resource = method == null ? null : resources.map(match.remaining);
                        if (resource != null && resource.remaining.isEmpty()) {
                            methods.add(method);
                        }
                    }));
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }
}
