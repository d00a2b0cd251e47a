package io.huizong.intake.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import jakarta.ws.rs.BadRequestException;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** Collects the body of a request without a waiting thread; of a body that is too long only the beginning. */
public final class RequestBody {

    /** How much of a too long body is read to its end: many clients read no answer before they have sent all. */
    static final long MAX_DRAINED = 32L * 1024 * 1024;

    private RequestBody() {}

    /** The body, or its first bytes up to one more than the limit. */
    public static CompletionStage<byte[]> read(HttpServerRequest request, int maxBytes) {
        if (request.isEnded()) {
            return CompletableFuture.completedStage(new byte[0]);
        }
        CompletableFuture<byte[]> whole = new CompletableFuture<>();
        Buffer kept = Buffer.buffer();
        long[] received = new long[1];
        request.handler(part -> {
            received[0] += part.length();
            int wanted = Math.min(part.length(), maxBytes + 1 - kept.length());
            if (wanted > 0) {
                kept.appendBuffer(part, 0, wanted);
            }
            if (received[0] > MAX_DRAINED) {
                request.handler(rest -> {});
                request.response().endHandler(sent -> request.connection().close());
                whole.complete(kept.getBytes());
            }
        });
        request.endHandler(end -> whole.complete(kept.getBytes()));
        request.exceptionHandler(
                failure -> whole.completeExceptionally(new BadRequestException("the body broke off", failure)));
        request.resume();
        return whole;
    }
}
