package io.huizong.intake.bulk;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.vertx.ext.web.RoutingContext;

import io.huizong.intake.publication.ReportLog;
import io.huizong.intake.submission.Answers;
import io.huizong.intake.submission.Sender;
import io.huizong.intake.submission.Submissions;

/** The bodies that are being read, as many as there may be. */
@Startup
@ApplicationScoped
class BulkBodies {

    private final Submissions submissions;
    private final ReportLog log;
    private final ObjectMapper json;
    private final BulkSettings settings;
    private final AtomicInteger open = new AtomicInteger();
    private final MeterRegistry meters;
    private final Gauge gauge;

    BulkBodies(Submissions submissions, ReportLog log, ObjectMapper json, BulkSettings settings, MeterRegistry meters) {
        this.submissions = submissions;
        this.log = log;
        this.json = json;
        this.settings = settings;
        this.meters = meters;
        this.gauge = Gauge.builder("huizong.bulk.bodies", open, AtomicInteger::get)
                .description("Bulk bodies that are being read")
                .register(meters);
    }

    /** The body of that request, which is read once its results are asked for; empty if there are too many already. */
    Optional<BulkBody> open(
            RoutingContext exchange, Format format, Sender sender, Answers answers, boolean onlyRefused) {
        if (open.incrementAndGet() > settings.bodies()) {
            open.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new BulkBody(
                new Incoming(exchange),
                format,
                new Window(submissions, sender, settings.lines()),
                new Results(answers, json, onlyRefused),
                new BulkBody.Conditions(
                        settings,
                        log,
                        refusal -> answers.to(submissions.refusal(refusal, sender)),
                        answers.silence(settings.idleTimeout()),
                        open::decrementAndGet)));
    }

    @PreDestroy
    void stop() {
        meters.remove(gauge);
    }
}
