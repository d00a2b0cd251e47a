package io.huizong.intake.bulk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

import io.huizong.intake.http.RequestBody;

/** A request body that is read part by part, on request. Confined to the context of the request. */
final class RequestBodyStream {

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private boolean isAsked;
    private boolean isEnded;

    RequestBodyStream(RoutingContext exchange) {
        this.exchange = exchange;
        this.request = exchange.request();
    }

    /** Gives the parts to the reader, each when it was requested. */
    void open(BulkBody reader) {
        isEnded = request.isEnded();
        if (isEnded) {
            reader.end();
            return;
        }
        request.pause();
        request.handler(part -> {
            isAsked = false;
            reader.part(part.getBytes());
        });
        request.endHandler(end -> {
            isEnded = true;
            isAsked = false;
            reader.end();
        });
        // An incomplete last line is no line.
        request.exceptionHandler(failure -> reader.close());
    }

    /** Asks for the next part, or the end. */
    void ask() {
        if (!isAsked && !isEnded) {
            isAsked = true;
            request.fetch(1);
        }
    }

    boolean isEnded() {
        return isEnded;
    }

    /** Whether a part was requested and has not arrived. */
    boolean isAwaited() {
        return isAsked;
    }

    /** Closes the connection after the answer: what the sender still sends is no request. */
    void closeWhenAnswered() {
        if (request.version() != HttpVersion.HTTP_2) {
            exchange.addEndHandler(sent -> request.connection().close());
        }
    }

    /** Aborts the exchange. Closing the connection would wait until the sender has taken what was written. */
    void abort() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }

    /** Reads the rest and forgets it: many clients read no answer before they have sent all. */
    CompletionStage<byte[]> drain() {
        return isEnded ? CompletableFuture.completedStage(null) : RequestBody.read(request, 0);
    }
}
