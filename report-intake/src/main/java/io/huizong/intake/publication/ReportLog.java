package io.huizong.intake.publication;

import java.nio.charset.StandardCharsets;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportEventCodec;

/** The log of all submissions: the only durable thing that the intake writes. */
@ApplicationScoped
public class ReportLog {

    private static final Logger LOG = Logger.getLogger(ReportLog.class);

    private final MutinyEmitter<byte[]> reports;
    private final ReportTopic topic;
    private final LogSettings settings;
    private final ReportEventCodec codec = new ReportEventCodec();

    ReportLog(
            @Channel("reports") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 10_000)
                    MutinyEmitter<byte[]> reports,
            ReportTopic topic,
            LogSettings settings) {
        this.reports = reports;
        this.topic = topic;
        this.settings = settings;
    }

    /** Publishes the event. The answer comes when the brokers have it or when the time is up; never a failure. */
    public Uni<Publication> publish(ReportEvent event) {
        if (!topic.isReady()) {
            return Uni.createFrom().item(Publication.NOT_PUBLISHED);
        }
        return reports.sendMessage(message(codec.encode(event)))
                .replaceWith(Publication.ACKNOWLEDGED)
                .ifNoItem()
                .after(settings.answerWithin())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.errorf("Submission %s was not acknowledged: %s", event.submissionId(), failure);
                    return Publication.UNCONFIRMED;
                });
    }

    private static Message<byte[]> message(EncodedEvent event) {
        Headers headers = new RecordHeaders();
        event.headers().forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return Message.of(event.data())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(event.key())
                        .withHeaders(headers)
                        .build());
    }
}
