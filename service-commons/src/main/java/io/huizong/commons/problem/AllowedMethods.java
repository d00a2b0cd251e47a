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
        Set<String> methods = new TreeSet<>();
        var classes = new RequestMapper<>(
                ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers());
        for (var match = classes.map(path); match != null; match = classes.continueMatching(path, match)) {
            String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
            Arrays.stream(match.value.handlers)
                    .filter(ClassRoutingHandler.class::isInstance)
                    .map(ClassRoutingHandler.class::cast)
                    .flatMap(routing -> routing.getMappers().entrySet().stream())
                    .filter(mapper -> mapper.getKey() != null && isMatched(mapper.getValue(), remaining))
                    .forEach(mapper -> methods.add(mapper.getKey()));
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return String.join(", ", methods);
    }

    private static boolean isMatched(RequestMapper<?> resources, String path) {
        var match = resources.map(path);
        return match != null && match.remaining.isEmpty();
    }
}
