package io.huizong.intake.bulk;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** A body that comes in part by part, each when it is asked for. Confined to the context of the request. */
final class RequestBodyStream {

    /** Who is told of it. */
    interface Listener {

        /** A part that was asked for. */
        void part(byte[] part);

        /** There are no more. */
        void end();

        /** There will be no more, though there should be. */
        void breakOff();
    }

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private boolean isAsked;
    private boolean isEnded;

    RequestBodyStream(RoutingContext exchange) {
        this.exchange = exchange;
        this.request = exchange.request();
    }

    void open(Listener listener) {
        isEnded = request.isEnded();
        if (isEnded) {
            listener.end();
            return;
        }
        request.pause();
        request.handler(part -> {
            isAsked = false;
            listener.part(part.getBytes());
        });
        request.endHandler(end -> {
            isEnded = true;
            isAsked = false;
            listener.end();
        });
        request.exceptionHandler(failure -> listener.breakOff());
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

    /** Whether something was asked for and has not come. */
    boolean isAwaited() {
        return isAsked;
    }

    /** Lets the connection end with the answer: what its sender may still send is no request. */
    void closeWhenAnswered() {
        if (request.version() != HttpVersion.HTTP_2) {
            exchange.addEndHandler(sent -> request.connection().close());
        }
    }

    /** Ends the exchange as it stands. Closing the connection would wait until what was written is taken. */
    void abort() {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            ((ConnectionBase) request.connection()).channelHandlerContext().close();
        }
    }

    HttpServerRequest request() {
        return request;
    }
}
