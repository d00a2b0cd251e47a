package io.huizong.aggregation.changes;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

import io.huizong.aggregation.place.Place;
import io.huizong.aggregation.rollup.RollupView;

/** The topic: under each place its rollup as REST shows it, or a tombstone if nothing is reported there any more. */
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
    public void send(Map<Place, RollupView> rollups) {
        List<Map.Entry<Place, RollupView>> all = List.copyOf(rollups.entrySet());
        // The first alone: without brokers each one handed over waits for them in turn, a hundred for minutes.
        send(all.stream().limit(1));
        send(all.stream().skip(1));
    }

    private void send(Stream<Map.Entry<Place, RollupView>> rollups) {
        List<Uni<Void>> sendings = rollups.map(
                        rollup -> emitter.send(Record.of(rollup.getKey().toString(), value(rollup.getValue()))))
                .toList();
        if (!sendings.isEmpty()) {
            Uni.join().all(sendings).andCollectFailures().await().indefinitely();
        }
    }

    private byte[] value(RollupView rollup) {
        if (rollup.reports().subtree() == 0 && rollup.indicators().isEmpty()) {
            return null;
        }
        try {
            return json.writeValueAsBytes(rollup);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
