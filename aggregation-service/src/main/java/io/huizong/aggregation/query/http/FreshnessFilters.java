package io.huizong.aggregation.query.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import io.huizong.aggregation.offset.FreshnessReader;
import io.huizong.aggregation.offset.FreshnessReader.Freshness;
import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.commons.problem.ProblemException;

/**
 * Tells with every answer how fresh it is, at least: what the headers say is read before the answer. With
 * {@code ?after=} the answer waits until that submission has its outcome, as long as {@code Prefer: wait} permits.
 */
class FreshnessFilters {

    /** Time of the newest event that is in the answer, or {@code none}. */
    static final String APPLIED_THROUGH = "Huizong-Applied-Through";

    /** How many accepted records are not in it yet, or {@code unknown} while the brokers do not answer. */
    static final String LAG = "Huizong-Lag";

    /** The parameter that names the submission to wait for. */
    static final String AFTER = "after";

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ServingGeneration serving;
    private final FreshnessReader freshness;
    private final AwaitedSubmissions awaited;

    FreshnessFilters(ServingGeneration serving, FreshnessReader freshness, AwaitedSubmissions awaited) {
        this.serving = serving;
        this.freshness = freshness;
        this.awaited = awaited;
    }

    @ReadEndpoint
    @ServerRequestFilter
    public Uni<Response> await(ContainerRequestContext request) {
        String after = request.getUriInfo().getQueryParameters().getFirst(AFTER);
        if (after == null) {
            read(request);
            return Uni.createFrom().nullItem();
        }
        UUID submission = Parameters.submission(AFTER, after);
        Optional<Duration> wait = Preference.wait(request.getHeaders().get(Preference.HEADER));
        wait.ifPresent(patience -> request.setProperty(Preference.APPLIED, Preference.applied(patience)));
        return awaited.await(submission, wait.orElse(Duration.ZERO))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> {
                    if (!known) {
                        throw new ProblemException(
                                        AggregationProblem.NOT_APPLIED_YET,
                                        "提交 %s 尚未处理，请稍后再试，或以 Prefer: wait=5 等待".formatted(submission),
                                        "The submission %s is not applied yet: ask again, or wait with Prefer: wait=5"
                                                .formatted(submission))
                                .retryAfter(RETRY_AFTER);
                    }
                    read(request);
                    return null;
                });
    }

    private void read(ContainerRequestContext request) {
        request.setProperty(LAG, QuarkusTransaction.joiningExisting().call(() -> freshness.read(serving.number())));
    }

    @ReadEndpoint
    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(LAG) instanceof Freshness fresh) {
            set(response, APPLIED_THROUGH, fresh.appliedThrough() == null ? "none" : fresh.appliedThrough());
            set(response, LAG, fresh.lag().isPresent() ? fresh.lag().getAsLong() : "unknown");
        }
        if (request.getProperty(Preference.APPLIED) != null) {
            set(response, Preference.APPLIED, request.getProperty(Preference.APPLIED));
        }
    }

    private static void set(ContainerResponseContext response, String name, Object value) {
        response.getHeaders().put(name, List.of(value.toString()));
    }
}
