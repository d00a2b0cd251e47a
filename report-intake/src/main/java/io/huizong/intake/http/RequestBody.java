package io.huizong.intake.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import jakarta.ws.rs.BadRequestException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Collects the body of a request while no thread waits for it, and of a body that is too long only its begin. */
public final class RequestBody {

    /** So much of a body is heard out, because many a sender listens only when all is said. */
    static final long MAX_HEARD = 32L * 1024 * 1024;

    private final int mostBytes;
    private final Buffer kept = Buffer.buffer();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private long heard;

    private RequestBody(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The body, or its first bytes up to one more than the limit. */
    public static CompletionStage<byte[]> read(HttpServerRequest request, int mostBytes) {
        RequestBody body = new RequestBody(mostBytes);
        body.read(request);
        return body.whole;
    }

    private void read(HttpServerRequest request) {
        if (request.isEnded()) {
            whole.complete(new byte[0]);
            return;
        }
        request.handler(part -> {
            keep(part);
            if (heard > MAX_HEARD) {
                request.handler(rest -> {});
                request.response().endHandler(sent -> request.connection().close());
                whole.complete(kept.getBytes());
            }
        });
        request.endHandler(end -> whole.complete(kept.getBytes()));
        request.exceptionHandler(
                failure -> whole.completeExceptionally(new BadRequestException("the body broke off", failure)));
        request.resume();
    }

    private void keep(Buffer part) {
        heard += part.length();
        int wanted = Math.min(part.length(), mostBytes + 1 - kept.length());
        if (wanted > 0) {
            kept.appendBuffer(part, 0, wanted);
        }
    }
}
