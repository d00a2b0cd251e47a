package io.huizong.aggregation.feed;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import io.huizong.aggregation.rollup.PublishedRollup;
import io.huizong.aggregation.rollup.RollupView;

/** The topic: under each jurisdiction and period its rollup as REST shows it, or a tombstone if nothing is reported there any more. */
@ApplicationScoped
class RollupChanges {

    private final MutinyEmitter<Record<String, byte[]>> emitter;
    private final ObjectMapper json;

    RollupChanges(
            @Channel("rollup-changes") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> emitter,
            ObjectMapper json) {
        this.emitter = emitter;
        this.json = json;
    }

    /**
     * Sends rollups; returns when the brokers have all of them.
     *
     * @throws RuntimeException if one could not be sent, when none of the others is on its way any more
     */
    // Without the caller's transaction: context propagation would carry it to the producer's thread, and
    // the commit fails while that is still in it.
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void send(Collection<PublishedRollup> rollups) {
        // The first alone: without brokers each record waits for them in turn, a hundred for minutes.
        send(rollups.stream().limit(1));
        send(rollups.stream().skip(1));
    }

    private void send(Stream<PublishedRollup> rollups) {
        List<Uni<Void>> sendings =
                rollups.map(rollup -> emitter.sendMessage(message(rollup))).toList();
        if (!sendings.isEmpty()) {
            Uni.join().all(sendings).andCollectFailures().await().indefinitely();
        }
    }

    private Message<Record<String, byte[]>> message(PublishedRollup rollup) {
        return Message.of(Record.of(
                        rollup.id().toString(), rollup.rollup().map(this::value).orElse(null)))
                .addMetadata(OutgoingKafkaRecordMetadata.builder()
                        .withHeaders(new ChangeHeaders(rollup.id().generation(), rollup.version()).headers())
                        .build());
    }

    private byte[] value(RollupView rollup) {
        try {
            return json.writeValueAsBytes(rollup);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
