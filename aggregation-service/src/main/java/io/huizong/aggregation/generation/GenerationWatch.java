package io.huizong.aggregation.generation;

import java.time.Duration;
import java.util.Optional;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Keeps an eye on how this instance stands to the generations, and tells the others in it when that changes. */
@ApplicationScoped
public class GenerationWatch {

    private static final Logger LOG = Logger.getLogger(GenerationWatch.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int FIRST = 100;

    private final GenerationSwitch generations;
    private final Generations known;
    private final Schema schema;
    private final Event<GenerationStatus> changes;
    private volatile GenerationStatus status;
    private volatile String unanswered = "the generations are not known yet";
    private Integer last;
    private boolean areGone;

    GenerationWatch(GenerationSwitch generations, Generations known, Schema schema, Event<GenerationStatus> changes) {
        this.generations = generations;
        this.known = known;
        this.schema = schema;
        this.changes = changes;
    }

    /** @throws ConfigurationException if the files of this instance contradict those of the serving generation */
    void start(@Observes @Priority(FIRST) StartupEvent started) {
        Uni.createFrom()
                .voidItem()
                .invoke(this::claim)
                .onFailure(failure -> !(failure instanceof ConfigurationException))
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(5))
                .expireIn(TIMEOUT.toMillis())
                .await()
                .indefinitely();
    }

    /** How it stood at the last look; null before the first. */
    public GenerationStatus status() {
        return status;
    }

    /** Why this instance has no generation to answer from; empty if it has one. */
    public Optional<String> unanswered() {
        return Optional.ofNullable(unanswered);
    }

    @Scheduled(
            every = "{huizong.generations.check-interval}",
            delayed = "{huizong.generations.check-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            claim();
        } catch (ConfigurationException e) {
            unanswered = e.getMessage();
            LOG.warnf("%s", e.getMessage());
        } catch (RuntimeException e) {
            unknown(e);
        }
    }

    /** Tables that are gone at one look and there at the next are being loaded by somebody. */
    private void unknown(RuntimeException failure) {
        boolean wereGone = areGone;
        areGone = Schema.isGone(failure);
        unanswered = areGone ? "the tables are gone" : "the database does not tell the generations";
        LOG.warnf("The generations are not known: %s", areGone ? unanswered : failure);
        if (areGone && wereGone && schema.restore()) {
            unanswered = "the tables were gone and are made anew";
        }
    }

    private synchronized void claim() {
        GenerationStatus before = status;
        GenerationStatus now = generations
                .look(last)
                .or(() -> generations.claim(last))
                .or(() -> generations.look(last))
                .orElseThrow();
        if (now instanceof GenerationStatus.Serving serving) {
            last = serving.number();
        } else if (now instanceof GenerationStatus.Building building) {
            last = building.number();
        }
        areGone = false;
        unanswered = reasonFor(now);
        status = now;
        if (!now.equals(before)) {
            LOG.infof("Generations: %s", now);
            changes.fire(now);
        }
    }

    private String reasonFor(GenerationStatus now) {
        if (now instanceof GenerationStatus.Serving) {
            return null;
        }
        try {
            known.answering();
            return null;
        } catch (NoGenerationException e) {
            return now instanceof GenerationStatus.Replaced replaced
                    ? replaced.reason()
                    : "a generation with the files of this instance is being built";
        }
    }
}
