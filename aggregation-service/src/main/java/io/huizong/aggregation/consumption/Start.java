package io.huizong.aggregation.consumption;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;

import io.huizong.aggregation.changes.Publication;
import io.huizong.aggregation.generation.GenerationStatus;
import io.huizong.aggregation.generation.GenerationWatch;
import io.huizong.aggregation.log.LogPositions;
import io.huizong.aggregation.log.Topics;

/** Lets consumption and publication begin when everything that it rests on has been checked. */
@ApplicationScoped
class Start {

    private static final Logger LOG = Logger.getLogger(Start.class);

    private final LogPositions positions;
    private final Topics topics;
    private final GenerationWatch generations;
    private final Gate gate;
    private final ConsumptionState state;
    private final Publication publication;
    private Cancellable checking = () -> {};
    private boolean areTopicsChecked;
    private boolean isBegun;

    Start(
            LogPositions positions,
            Topics topics,
            GenerationWatch generations,
            Gate gate,
            ConsumptionState state,
            Publication publication) {
        this.positions = positions;
        this.topics = topics;
        this.generations = generations;
        this.gate = gate;
        this.state = state;
        this.publication = publication;
    }

    void check(@Observes StartupEvent started) {
        checking = Uni.createFrom()
                .item(() -> differences())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> {
                    state.waits(ConsumptionState.TOPICS, failure);
                    LOG.warnf("The topics cannot be checked yet: %s", Failures.log(failure));
                })
                .onFailure()
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(15))
                .indefinitely()
                .subscribe()
                .with(this::checked);
    }

    /** Only an instance whose files the serving generation has applies and publishes anything. */
    void changed(@Observes GenerationStatus status) {
        begin(status);
    }

    void stop(@Observes ShutdownEvent stopped) {
        checking.cancel();
    }

    private List<String> differences() {
        try {
            return topics.differences(positions.anyLog());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
    }

    private void checked(List<String> differences) {
        if (differences.isEmpty()) {
            state.goesOn(ConsumptionState.TOPICS);
            synchronized (this) {
                areTopicsChecked = true;
            }
            begin(generations.status());
        } else {
            LOG.errorf("The service cannot start: %s", String.join("; ", differences));
            Quarkus.asyncExit(1);
        }
    }

    private synchronized void begin(GenerationStatus status) {
        if (areTopicsChecked && status instanceof GenerationStatus.Serving && !isBegun) {
            isBegun = true;
            gate.open();
            publication.begin();
        }
    }
}
