package io.huizong.intake.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import jakarta.ws.rs.BadRequestException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Collects the body of a request without a waiting thread; of a body that is too long only the beginning. */
public final class RequestBody {

    /**
     * How much of a body is read to its end although it is too long: many clients read no answer before they have
     * sent all.
     */
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
