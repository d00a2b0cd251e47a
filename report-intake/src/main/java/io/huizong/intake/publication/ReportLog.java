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

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;

/** The log of all submissions: the only durable thing that the intake writes. */
@Startup
@ApplicationScoped
public class ReportLog {

    private static final Logger LOG = Logger.getLogger(ReportLog.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private static final Duration[] PUBLISH_BUCKETS = IntStream.of(
                    2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Emitter<byte[]> reports;
    private final ReportTopic topic;
    private final InFlight inFlight;
    private final ReportEventCodec codec = new ReportEventCodec();
    private final Cancellable looking;
    private final MeterRegistry meters;
    private final Gauge gauge;
    private final Timer acknowledged;
    private final TraceHeaders trace;

    ReportLog(
            // The events in flight are counted here, so what waits for the connector is bounded.
            @Channel("reports") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) Emitter<byte[]> reports,
            ReportTopic topic,
            LogSettings settings,
            InFlightSettings most,
            TraceHeaders trace,
            MeterRegistry meters) {
        this.reports = reports;
        this.topic = topic;
        this.inFlight = new InFlight(most);
        this.trace = trace;
        this.meters = meters;
        this.gauge = Gauge.builder("huizong.events.in.flight", inFlight, InFlight::size)
                .description("Events that were handed to the log and not answered yet")
                .register(meters);
        this.acknowledged = Timer.builder("huizong.publish")
                .description("From handing an event to the log until the brokers acknowledged it")
                .serviceLevelObjectives(PUBLISH_BUCKETS)
                .register(meters);
        // One clock for all: a timer for each event would outlive its event by far.
        this.looking = Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .subscribe()
                .with(tick -> giveUpThoseBefore(
                        System.nanoTime() - settings.answerWithin().toNanos()));
    }

    /** Publishes the event. The answer comes when the brokers have it or when the time is up; never a failure. */
    public CompletionStage<Publication> publish(ReportEvent event) {
        if (!topic.isReady()) {
            return CompletableFuture.completedStage(Publication.NOT_PUBLISHED);
        }
        EncodedEvent encoded = codec.encode(event);
        Handing handing = new Handing(event.submissionId(), encoded.data().length);
        if (!inFlight.enter(handing)) {
            return CompletableFuture.completedStage(Publication.CROWDED);
        }
        try {
            reports.send(message(encoded, handing));
        } catch (RuntimeException e) {
            failed(handing, e);
        }
        return handing.answer();
    }

    private CompletionStage<Void> acknowledged(Handing handing) {
        inFlight.leave(handing);
        acknowledged.record(System.nanoTime() - handing.since(), TimeUnit.NANOSECONDS);
        handing.answer(Publication.ACKNOWLEDGED);
        return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> failed(Handing handing, Throwable failure) {
        inFlight.leave(handing);
        unconfirmed(handing, failure.toString());
        return CompletableFuture.completedStage(null);
    }

    /** Whether a bulk body may go on publishing. While the log is shut nothing is handed over, so there is room. */
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

    /** They stay in flight, because the connector still holds them. */
    private void giveUpThoseBefore(long nanoTime) {
        inFlight.since(nanoTime).forEach(handing -> unconfirmed(handing, "the time is up"));
    }

    private void unconfirmed(Handing handing, String reason) {
        if (handing.isAnswered()) {
            return;
        }
        LoggedSubmission.during(handing.submissionId(), () -> {
            LOG.errorf("Submission %s was not acknowledged: %s", handing.submissionId(), reason);
            topic.doubt(reason);
        });
        inFlight.wakeAll();
        handing.answer(Publication.UNCONFIRMED);
    }

    private Message<byte[]> message(EncodedEvent event, Handing handing) {
        Headers headers = new RecordHeaders();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        trace.addTo(headers);
        OutgoingKafkaRecordMetadata<String> metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(event.key())
                .withHeaders(headers)
                .build();
        return Message.of(
                event.data(), Metadata.of(metadata), () -> acknowledged(handing), failure -> failed(handing, failure));
    }

    @PreDestroy
    void stop() {
        looking.cancel();
        meters.remove(gauge);
    }
}
