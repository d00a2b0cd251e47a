package io.huizong.intake.bulk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Gauge;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import io.vertx.ext.web.RoutingContext;

import io.huizong.commons.metrics.OwnedGauges;
import io.huizong.intake.http.Responses;
import io.huizong.intake.publication.ReportPublisher;
import io.huizong.intake.submission.Sender;
import io.huizong.intake.submission.Submissions;

/** Bulk bodies that are being read; their number has a limit. */
@Startup
@ApplicationScoped
class BulkBodies {

    /** Limits of bulk bodies. */
    @ConfigMapping(prefix = "huizong.bulk")
    interface BulkSettings {

        /** Bodies of all senders that are read at once; further ones are answered with 429. */
        int maxBodies();

        /** Lines of one body that wait for their outcome at once. */
        int maxLines();

        /** How long a sender may send nothing and take nothing while the service waits for it. */
        Duration idleTimeout();
    }

    private final Submissions submissions;
    private final ReportPublisher publisher;
    private final ObjectMapper json;
    private final BulkSettings settings;
    private final AtomicInteger open = new AtomicInteger();

    BulkBodies(
            Submissions submissions,
            ReportPublisher publisher,
            ObjectMapper json,
            BulkSettings settings,
            OwnedGauges gauges) {
        this.submissions = submissions;
        this.publisher = publisher;
        this.json = json;
        this.settings = settings;
        gauges.register(Gauge.builder("huizong.bulk.bodies", open, AtomicInteger::get)
                .description("Bulk bodies that are being read"));
    }

    /** The body of that request, which is read when its results are requested; empty if there are too many bodies. */
    Optional<BulkBody> open(
            RoutingContext exchange, BulkFormat format, Sender sender, Responses responses, boolean onlyRefused) {
        if (open.incrementAndGet() > settings.maxBodies()) {
            open.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new BulkBody(
                new RequestBodyStream(exchange),
                format,
                new InFlightLines(submissions, sender, settings.maxLines()),
                new ResultStream(responses, json, onlyRefused),
                publisher,
                settings.idleTimeout(),
                open::decrementAndGet));
    }
}
