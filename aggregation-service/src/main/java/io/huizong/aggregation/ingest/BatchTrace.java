package io.huizong.aggregation.ingest;

import java.util.ArrayList;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.smallrye.reactive.messaging.kafka.tracing.KafkaTrace;
import io.smallrye.reactive.messaging.kafka.tracing.KafkaTraceTextMapGetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Ends the trace of each request at the commit of the batch that its record is in. A record that carries a trace gets a span
 * in it, from the begin of the batch's transaction to its end, linked with the span of the batch, which has a trace of its own.
 */
@ApplicationScoped
class BatchTrace {

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    BatchTrace(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.huizong.aggregation");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /** Runs the transaction of a batch, and within its span if any of its records carries a trace. */
    void apply(ConsumerRecords<String, byte[]> records, Runnable transaction) {
        List<ConsumerRecord<String, byte[]>> traced = new ArrayList<>();
        records.forEach(record -> {
            if (record.headers().lastHeader("traceparent") != null) {
                traced.add(record);
            }
        });
        if (traced.isEmpty()) {
            transaction.run();
        } else {
            apply(traced, records.count(), transaction);
        }
    }

    private void apply(List<ConsumerRecord<String, byte[]>> traced, int count, Runnable transaction) {
        Span batch = tracer.spanBuilder("apply batch")
                .setNoParent()
                .setAttribute("messaging.batch.message_count", count)
                .startSpan();
        List<Span> spans = new ArrayList<>();
        traced.forEach(record -> spans.add(span(record, batch)));
        spans.forEach(span -> batch.addLink(span.getSpanContext()));
        spans.add(batch);
        try {
            Context.root().with(batch).wrap(transaction).run();
        } catch (RuntimeException e) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR, e.toString()));
            throw e;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private Span span(ConsumerRecord<String, byte[]> record, Span batch) {
        KafkaTrace headers =
                new KafkaTrace.Builder().withHeaders(record.headers()).build();
        return tracer.spanBuilder("apply")
                .setParent(propagator.extract(Context.root(), headers, KafkaTraceTextMapGetter.INSTANCE))
                .setSpanKind(SpanKind.CONSUMER)
                .addLink(batch.getSpanContext())
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", record.topic())
                .setAttribute("messaging.destination.partition.id", Integer.toString(record.partition()))
                .setAttribute("messaging.kafka.offset", record.offset())
                .startSpan();
    }
}
