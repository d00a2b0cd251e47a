package io.huizong.benchmarks.load;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/** Sends many requests with as little work as can be, since the services share the machine with it. */
public final class HttpLoad implements AutoCloseable {

    private static final int CONNECTIONS = 64;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    /** Of connections that are kept: the rounds of the other side outlast the client's default, a minute. */
    private static final int FOR_EVER = 0;

    private final HttpClient http = vertx.createHttpClient(
            new HttpClientOptions().setMaxPoolSize(CONNECTIONS).setKeepAliveTimeout(FOR_EVER));

    /** Completes when the answer is there; fails if its status is another. */
    public Future<Buffer> post(URI uri, String token, Buffer report) {
        return send(HttpMethod.POST, uri, token, report, 202);
    }

    /** Completes when the answer is there; fails if its status is another than 200. */
    public Future<Buffer> get(URI uri, String token) {
        return send(HttpMethod.GET, uri, token, Buffer.buffer(), 200);
    }

    private Future<Buffer> send(HttpMethod method, URI uri, String token, Buffer body, int expected) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(uri.getHost())
                .setPort(uri.getPort())
                .setURI(uri.getRawPath())
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Content-Type", "application/json");
        return http.request(options)
                .compose(request -> request.send(body).compose(answer -> read(answer, uri, expected)));
    }

    /** To be called by the thread that the answer came to: for any other it may have ended before, and would never be read. */
    private static Future<Buffer> read(HttpClientResponse answer, URI uri, int expected) {
        return answer.body()
                .compose(content -> answer.statusCode() == expected
                        ? Future.succeededFuture(content)
                        : Future.failedFuture("%s %s was answered with %d: %s"
                                .formatted(answer.request().getMethod(), uri, answer.statusCode(), content)));
    }

    /**
     * Sends as fast as answers come, on all connections.
     *
     * @param request sends the request of that number
     * @return answers a second
     */
    public double perSecond(Duration turn, LongFunction<Future<?>> request) {
        long begin = System.nanoTime();
        long end = begin + turn.toNanos();
        return sendWhile(number -> System.nanoTime() < end, request) * 1e9 / (System.nanoTime() - begin);
    }

    /** Sends so many as fast as answers come, on all connections; returns when each is answered. */
    public void send(int count, LongFunction<Future<?>> request) {
        sendWhile(number -> number < count, request);
    }

    private static long sendWhile(LongPredicate more, LongFunction<Future<?>> request) {
        AtomicLong sent = new AtomicLong();
        AtomicLong answered = new AtomicLong();
        CompletableFuture<?>[] connections = new CompletableFuture<?>[CONNECTIONS];
        for (int connection = 0; connection < CONNECTIONS; connection++) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            connections[connection] = ended;
            sendNext(more, request, sent, answered, ended);
        }
        CompletableFuture.allOf(connections).join();
        return answered.get();
    }

    private static void sendNext(
            LongPredicate more,
            LongFunction<Future<?>> request,
            AtomicLong sent,
            AtomicLong answered,
            CompletableFuture<Void> ended) {
        long number = sent.getAndIncrement();
        if (!more.test(number)) {
            ended.complete(null);
            return;
        }
        request.apply(number)
                .onSuccess(answer -> {
                    answered.incrementAndGet();
                    sendNext(more, request, sent, answered, ended);
                })
                .onFailure(ended::completeExceptionally);
    }

    /**
     * Begins requests at a steady pace, whatever becomes of them.
     *
     * @param request is given each one's intended time, by {@link System#nanoTime}, and its number
     */
    public static void steadily(int perSecond, int count, SteadyRequest request) {
        long begin = System.nanoTime();
        for (int number = 0; number < count; number++) {
            long intended = begin + number * 1_000_000_000L / perSecond;
            for (long early = intended - System.nanoTime(); early > 0; early = intended - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            request.begin(intended, number);
        }
    }

    /** Begins one of many requests and returns at once. */
    @FunctionalInterface
    public interface SteadyRequest {
        void begin(long intended, int number);
    }

    @Override
    public void close() {
        http.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
