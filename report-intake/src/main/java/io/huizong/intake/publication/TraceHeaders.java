package io.huizong.intake.publication;

import java.nio.charset.StandardCharsets;
import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import org.apache.kafka.common.header.Headers;

/**
 * Adds the trace of a request to its record. The connector would begin a trace for each record even where tracing is
 * off.
 */
@ApplicationScoped
class TraceHeaders {

    private final TextMapPropagator propagator;

    TraceHeaders(OpenTelemetry telemetry) {
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /** Adds {@code traceparent} and {@code tracestate} of the present request if it is traced. */
    void addTo(Headers headers) {
        if (Span.current().getSpanContext().isValid()) {
            propagator.inject(
                    Context.current(),
                    headers,
                    (carrier, name, value) -> carrier.add(name, value.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
