package io.huizong.intake.publication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

import io.huizong.commons.logging.LogFields;
import io.huizong.commons.metrics.OwnedGauges;
import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;

/** Publishes events to the topic {@code reports}: the only durable write of the intake. */
@Startup
@ApplicationScoped
public class ReportPublisher {

    private static final Logger LOG = Logger.getLogger(ReportPublisher.class);
    private static final Duration TIMEOUT_CHECK_INTERVAL = Duration.ofMillis(500);

    private static final Duration[] PUBLISH_BUCKETS = IntStream.of(
                    2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Emitter<byte[]> reports;
    private final ReportTopic topic;
    private final InFlightRecords inFlight;
    private final ReportEventCodec codec = new ReportEventCodec();
    private final Cancellable timeouts;
    private final Timer acknowledged;
    private final TextMapPropagator propagator;

    ReportPublisher(
            // The events in flight are counted here, so what waits for the connector is bounded.
            @Channel("reports") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> reports,
            ReportTopic topic,
            PublicationSettings settings,
            OpenTelemetry telemetry,
            OwnedGauges gauges,
            MeterRegistry meters) {
        this.reports = reports;
        this.topic = topic;
        this.inFlight = new InFlightRecords(settings.inFlight());
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
        gauges.register(Gauge.builder("huizong.events.in.flight", inFlight, InFlightRecords::size)
                .description("Events that were sent to the brokers and not acknowledged yet"));
        this.acknowledged = Timer.builder("huizong.publish")
                .description("From sending an event to the brokers until their acknowledgement")
                .serviceLevelObjectives(PUBLISH_BUCKETS)
                .register(meters);
        // One timer for all: a timer for each event would outlive the event by far.
        this.timeouts = Multi.createFrom()
                .ticks()
                .every(TIMEOUT_CHECK_INTERVAL)
                .subscribe()
                .with(tick -> timeOutOlderThan(settings.acknowledgementTimeout()));
    }

    /** Publishes the event. Completes when the brokers have it or after the timeout, never with a failure. */
    public CompletionStage<PublishResult> publish(ReportEvent event) {
        if (!topic.isReady()) {
            return CompletableFuture.completedStage(PublishResult.NOT_PUBLISHED);
        }
        EncodedEvent encoded = codec.encode(event);
        InFlightRecord record = new InFlightRecord(event.submissionId(), encoded.data().length);
        if (!inFlight.enter(record)) {
            return CompletableFuture.completedStage(PublishResult.TOO_MANY_IN_FLIGHT);
        }
        try {
            reports.send(message(encoded, record));
        } catch (RuntimeException e) {
            failed(record, e);
        }
        return record.answer();
    }

    private CompletionStage<Void> acknowledged(InFlightRecord record) {
        inFlight.leave(record);
        acknowledged.record(System.nanoTime() - record.since(), TimeUnit.NANOSECONDS);
        record.answer().complete(PublishResult.ACKNOWLEDGED);
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> failed(InFlightRecord record, Throwable failure) {
        inFlight.leave(record);
        unconfirmed(record, failure.toString());
        return CompletableFuture.completedStage(null);
    }

    /** Whether a bulk body may go on publishing. While the topic is unavailable nothing is sent, so there is room. */
    public boolean hasRoomForBulk() {
        return !topic.isReady() || inFlight.hasRoomForBulk();
    }

    /** Tells a bulk body, once and on any thread, that it may go on. */
    public void whenRoomForBulk(Runnable wake) {
        inFlight.whenCalm(wake);
        if (!topic.isReady()) {
            inFlight.wakeAll();
        }
    }

    /** They stay in flight: the connector still holds them. */
    private void timeOutOlderThan(Duration timeout) {
        inFlight.since(System.nanoTime() - timeout.toNanos()).forEach(record -> unconfirmed(record, "timeout"));
    }

    private void unconfirmed(InFlightRecord record, String reason) {
        if (record.answer().isDone()) {
            return;
        }
        LogFields.with(LogFields.SUBMISSION_ID, record.submissionId().toString(), () -> {
            LOG.errorf("Submission %s was not acknowledged: %s", record.submissionId(), reason);
            topic.doubt(reason);
        });
        inFlight.wakeAll();
        record.answer().complete(PublishResult.UNCONFIRMED);
    }

    private Message<byte[]> message(EncodedEvent event, InFlightRecord record) {
        Headers headers = new RecordHeaders();
        event.headers().forEach((name, value) -> add(headers, name, value));
        // The connector would begin a trace for each record even where tracing is off.
        if (Span.current().getSpanContext().isValid()) {
            propagator.inject(Context.current(), headers, ReportPublisher::add);
        }
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(event.key())
                .withHeaders(headers)
                .build();
        return Message.of(
                event.data(), Metadata.of(metadata), () -> acknowledged(record), failure -> failed(record, failure));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    @PreDestroy
    void stop() {
        timeouts.cancel();
    }
}
