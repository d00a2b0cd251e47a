package io.huizong.aggregation.query.http;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.huizong.aggregation.problem.AggregationProblem;

/** Refuses parameters that nobody reads, which are mistakes, and one that is given twice where one is taken. */
class KnownParameters {

    /** By method the names that it takes, and whether several values. */
    private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

    @ReadEndpoint
    @ServerRequestFilter(priority = 100)
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Map<String, Boolean> takes = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(takes, name, values));
    }

    private static void check(Map<String, Boolean> takes, String name, List<String> values) {
        if (!takes.containsKey(name)) {
            String names = String.join(", ", takes.keySet());
            throw AggregationProblem.wrongParameter(
                    name, "没有此参数，应为 " + names + " 之一", "no such parameter, expected one of " + names);
        }
        if (values.size() > 1 && !takes.get(name)) {
            throw AggregationProblem.wrongParameter(
                    name,
                    "给出了 %d 次，应只给一次".formatted(values.size()),
                    "given %d times, expected once".formatted(values.size()));
        }
    }

    private static Map<String, Boolean> of(Method method) {
        Map<String, Boolean> takes = new TreeMap<>();
        takes.put(FreshnessFilters.AFTER, false);
        for (Parameter parameter : method.getParameters()) {
            add(takes, parameter, parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(takes, field, field.getType());
                }
            }
        }
        return takes;
    }

    private static void add(Map<String, Boolean> takes, AnnotatedElement parameter, Class<?> type) {
        QueryParam named = parameter.getAnnotation(QueryParam.class);
        if (named != null) {
            takes.put(named.value(), type == List.class);
        }
    }
}
