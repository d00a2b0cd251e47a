package io.huizong.intake.http;

import java.net.URI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpServerRequest;

import io.huizong.commons.problem.Language;
import io.huizong.commons.security.CallerToken;
import io.huizong.contract.event.Origin;
import io.huizong.intake.submission.Sender;
import io.huizong.intake.validation.IdempotencyKey;

/** Who sends the present request, and in which form it wants the answer. */
@ApplicationScoped
public class RequestContext {

    /** The aggregation service, to which receipts link. */
    @ConfigMapping(prefix = "huizong.aggregation")
    interface AggregationSettings {

        /** Its address as senders reach it, without a slash at the end. */
        URI url();
    }

    private final AggregationSettings aggregation;
    private final SecurityIdentity identity;

    RequestContext(AggregationSettings aggregation, SecurityIdentity identity) {
        this.aggregation = aggregation;
        this.identity = identity;
    }

    /** The sender of the present request, under that key. */
    public Sender sender(IdempotencyKey key) {
        CallerToken token = (CallerToken) identity.getPrincipal();
        String given = key instanceof IdempotencyKey.Given known ? known.key() : null;
        return new Sender(new Origin(token.getSubject(), given, null), token.jurisdictions());
    }

    /** The responses to a request, in the language that it prefers. */
    public Responses responses(HttpServerRequest request) {
        return new Responses(aggregation.url(), Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Whether the sender accepts that type. Quarkus REST checks only where a path has one resource method for a verb. */
    public static boolean accepts(MediaType type, HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes().stream().anyMatch(type::isCompatible);
        } catch (IllegalArgumentException e) {
            // A header that cannot be read names no type.
            return false;
        }
    }
}
