package io.huizong.intake.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/**
 * Reads the rest of a body that was answered before its end, for example because the token is missing. Many clients
 * read no answer before they have sent all.
 */
@ApplicationScoped
class RequestDrainer {

    private static final int FIRST = Integer.MIN_VALUE + 1;

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(RequestDrainer::watch);
    }

    private static void watch(RoutingContext request) {
        request.addEndHandler(answered -> drain(request.request()));
        request.next();
    }

    private static void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] received = new long[1];
        request.handler(part -> {
            received[0] += part.length();
            if (received[0] > RequestBody.MAX_DRAINED) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
