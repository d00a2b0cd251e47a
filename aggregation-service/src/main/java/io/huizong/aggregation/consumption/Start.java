package io.huizong.aggregation.consumption;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import org.jboss.logging.Logger;

import io.huizong.aggregation.changes.Publication;
import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.log.Topics;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/** Lets consumption and publication begin when everything that it rests on has been checked. */
@ApplicationScoped
class Start {

    private static final Logger LOG = Logger.getLogger(Start.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Generations generations;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final Topics topics;
    private final Gate gate;
    private final ConsumptionState state;
    private final Publication publication;
    private Cancellable checking;

    Start(
            Generations generations,
            DivisionTree tree,
            IndicatorCatalog catalog,
            Topics topics,
            Gate gate,
            ConsumptionState state,
            Publication publication) {
        this.generations = generations;
        this.tree = tree;
        this.catalog = catalog;
        this.topics = topics;
        this.gate = gate;
        this.state = state;
        this.publication = publication;
    }

    void check(@Observes StartupEvent started) {
        Uni.createFrom()
                .voidItem()
                .invoke(() -> generations.check(tree, catalog))
                .onFailure(failure -> !(failure instanceof ConfigurationException))
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(5))
                .expireIn(PATIENCE.toMillis())
                .await()
                .indefinitely();
        checking = Uni.createFrom()
                .item(() -> differences())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .invoke(failure -> {
                    state.waits(ConsumptionState.TOPICS, failure);
                    LOG.warnf("The topics cannot be checked yet: %s", failure.getMessage());
                })
                .onFailure()
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(15))
                .indefinitely()
                .subscribe()
                .with(this::begin);
    }

    void stop(@Observes ShutdownEvent stopped) {
        checking.cancel();
    }

    private List<String> differences() {
        try {
            return topics.differences();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the topics were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        }
    }

    private void begin(List<String> differences) {
        if (differences.isEmpty()) {
            state.goesOn(ConsumptionState.TOPICS);
            gate.open();
            publication.begin();
        } else {
            LOG.errorf("The service cannot start: %s", String.join("; ", differences));
            Quarkus.asyncExit(1);
        }
    }
}
