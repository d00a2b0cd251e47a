package io.huizong.aggregation.ingest;

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

import io.huizong.aggregation.feed.OutboxLoop;
import io.huizong.aggregation.generation.GenerationStatus;
import io.huizong.aggregation.generation.GenerationWatch;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicSetup;
import io.huizong.commons.retry.Retry;

/** Lets consumption and publication begin when everything that it rests on has been checked. */
@ApplicationScoped
class StartupChecks {

    private static final Logger LOG = Logger.getLogger(StartupChecks.class);

    private final StoredOffsets offsets;
    private final TopicSetup topics;
    private final GenerationWatch generations;
    private final ConsumerLifecycle lifecycle;
    private final IngestState state;
    private final OutboxLoop publication;
    private Cancellable checking = () -> {};
    private volatile boolean areTopicsChecked;
    private boolean isBegun;

    StartupChecks(
            StoredOffsets offsets,
            TopicSetup topics,
            GenerationWatch generations,
            ConsumerLifecycle lifecycle,
            IngestState state,
            OutboxLoop publication) {
        this.offsets = offsets;
        this.topics = topics;
        this.generations = generations;
        this.lifecycle = lifecycle;
        this.state = state;
        this.publication = publication;
    }

    void check(@Observes StartupEvent started) {
        checking = Retry.forever(
                        Uni.createFrom()
                                .item(this::differences)
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()),
                        failure -> {
                            state.waits(IngestState.TOPICS, failure);
                            LOG.warnf("Waiting for the topics: %s", FailureText.log(failure));
                        },
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(15))
                .subscribe()
                .with(this::checked);
    }

    void stop(@Observes ShutdownEvent stopped) {
        checking.cancel();
    }

    private List<String> differences() {
        try {
            return topics.differences(offsets.anyTopic());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
    }

    private void checked(List<String> differences) {
        if (differences.isEmpty()) {
            state.goesOn(IngestState.TOPICS);
            areTopicsChecked = true;
            begin(generations.status());
        } else {
            LOG.errorf("The service cannot start: %s", String.join("; ", differences));
            Quarkus.asyncExit(1);
        }
    }

    /** Only an instance whose files the serving generation has applies and publishes anything. */
    synchronized void begin(@Observes GenerationStatus status) {
        if (areTopicsChecked && status instanceof GenerationStatus.Serving && !isBegun) {
            isBegun = true;
            lifecycle.open();
            publication.begin();
        }
    }
}
