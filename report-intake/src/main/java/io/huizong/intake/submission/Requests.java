package io.huizong.intake.submission;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.jwt.JsonWebToken;

import io.huizong.contract.event.Origin;
import io.huizong.intake.problem.Language;
import io.huizong.intake.validation.IdempotencyKey;

/** What requests say about their senders: who they are, and how they want to be answered. */
@ApplicationScoped
public class Requests {

    private final AggregationSettings aggregation;
    private final JsonWebToken token;

    Requests(AggregationSettings aggregation, JsonWebToken token) {
        this.aggregation = aggregation;
        this.token = token;
    }

    /** The sender of the present request, under that key. */
    public Sender sender(IdempotencyKey key) {
        Object claim = token.getClaim("jurisdictions");
        Set<String> jurisdictions = claim instanceof Collection<?> codes
                ? codes.stream().map(Requests::text).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        String given = key instanceof IdempotencyKey.Given known ? known.key() : null;
        return new Sender(new Origin(token.getSubject(), given, null), jurisdictions);
    }

    private static String text(Object code) {
        return code instanceof JsonString json ? json.getString() : code.toString();
    }

    /** The answers to a request in the language that it prefers. */
    public Answers answers(HttpServerRequest request) {
        return new Answers(aggregation.url(), Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** Whether the sender takes answers of that type; the framework looks only where a path has one method for a verb. */
    public static boolean accepts(MediaType type, HttpHeaders headers) {
        try {
            return headers.getAcceptableMediaTypes().stream().anyMatch(type::isCompatible);
        } catch (IllegalArgumentException e) {
            // What cannot be read names no type.
            return false;
        }
    }
}
