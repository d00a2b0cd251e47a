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
import io.quarkus.scheduler.Scheduler;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/** Checks the generations every few seconds and fires an event when the status of this instance changes. */
@ApplicationScoped
public class GenerationWatch {

    private static final Logger LOG = Logger.getLogger(GenerationWatch.class);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int FIRST = 100;

    /** The tables were gone, or of an older version: what they hold now is older than what this instance has seen; an event. */
    public record TablesRestored() {}

    private final GenerationSwitch generations;
    private final Generations known;
    private final Schema schema;
    private final TableStamps stamps;
    private final Scheduler scheduler;
    private final Event<GenerationStatus> changes;
    private final Event<TablesRestored> restorations;
    private volatile GenerationStatus status;
    private volatile String unanswered = "the generations are not known yet";
    private Integer last;
    private boolean areLacking;

    GenerationWatch(
            GenerationSwitch generations,
            Generations known,
            Schema schema,
            TableStamps stamps,
            Scheduler scheduler,
            Event<GenerationStatus> changes,
            Event<TablesRestored> restorations) {
        this.generations = generations;
        this.known = known;
        this.schema = schema;
        this.stamps = stamps;
        this.scheduler = scheduler;
        this.changes = changes;
        this.restorations = restorations;
    }

    /** @throws ConfigurationException if the files of this instance contradict those of the serving generation */
    void start(@Observes @Priority(FIRST) StartupEvent started) {
        Uni.createFrom()
                .voidItem()
                .invoke(this::claimUnlessTorn)
                .onFailure(failure -> !(failure instanceof ConfigurationException))
                .retry()
                .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(5))
                .expireIn(TIMEOUT.toMillis())
                .await()
                .indefinitely();
        // Nothing of what is done in the background begins at an instance that does not start.
        scheduler.resume();
    }

    /** Tables that do not belong together are waited for, however long it takes. */
    private void claimUnlessTorn() {
        try {
            claim();
        } catch (TornTablesException e) {
            unanswered(e.getMessage());
        }
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
    void check() {
        try {
            if (schema.isOld()) {
                lacking("the tables are those of an older version of the service");
            } else {
                claim();
                areLacking = false;
            }
        } catch (ConfigurationException | TornTablesException e) {
            unanswered(e.getMessage());
        } catch (RuntimeException e) {
            if (Schema.isGone(e)) {
                lacking("the tables are gone");
            } else {
                unanswered("the generations cannot be read from the database: " + e);
            }
        }
    }

    /** Tables that are gone or old at one look, and not at the next, are being loaded by somebody. */
    private void lacking(String what) {
        unanswered(what);
        restorations.fire(new TablesRestored());
        if (areLacking && schema.restore()) {
            unanswered(what + "; they are created again or migrated, and filled from the topic");
        }
        areLacking = true;
    }

    private void unanswered(String reason) {
        if (!reason.equals(unanswered)) {
            LOG.warnf("No generation answers: %s", reason);
        }
        unanswered = reason;
    }

    private synchronized void claim() {
        stamps.checkOrBegin();
        GenerationStatus before = status;
        GenerationStatus now = generations
                .check(last)
                .or(() -> generations.claim(last))
                .or(() -> generations.check(last))
                .orElseThrow();
        if (now instanceof GenerationStatus.Serving serving) {
            last = serving.number();
        } else if (now instanceof GenerationStatus.Building building) {
            last = building.number();
        }
        unanswered = reasonFor(now);
        status = now;
        if (!now.equals(before)) {
            LOG.infof("This instance: %s", now.sentence());
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
