package io.huizong.intake.bulk;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import jakarta.ws.rs.core.Response;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.huizong.commons.problem.Problem;
import io.huizong.intake.http.RequestBody;
import io.huizong.intake.publication.ReportPublisher;
import io.huizong.intake.validation.Verdict;

/**
 * Reads one body and writes its results. It reads on only while there is room for lines without outcome, for results
 * that the sender has not taken, and for events in flight. Confined to the context of the request, whose thread
 * handles a few lines at a time.
 */
final class BulkBody implements Flow.Publisher<byte[]>, Flow.Subscription, RequestBodyStream.Listener {

    private static final Logger LOG = Logger.getLogger(BulkBody.class);

    /**
     * Of results that wait to be taken: enough for clients that read no result before they have sent a body of some
     * size.
     */
    private static final int MAX_BYTES = 1024 * 1024;

    private final RequestBodyStream incoming;
    private final BulkFormat format;
    private final LineSplitter lines;
    private final InFlightLines window;
    private final ResultStream results;
    private final Conditions conditions;
    private final Context context = Vertx.currentContext();
    private final AtomicBoolean isWoken = new AtomicBoolean();

    private Flow.Subscriber<? super byte[]> sender;
    private IdleTimeout idleness;
    private long demand;
    private boolean isWaitingForRoom;
    private boolean isRead;
    private boolean isSilent;
    private boolean isWritten;
    private Response refusal;
    private boolean isClosed;

    /**
     * The conditions under which a body is read.
     *
     * @param log says when there is room for more events
     * @param refusal the answer to a body of which nothing can be accepted
     * @param silence the result for a sender that sends or takes nothing for too long
     * @param closed run once, when nothing of the body is left to do
     */
    record Conditions(
            BulkSettings settings,
            ReportPublisher log,
            Function<Verdict, Response> refusal,
            Problem silence,
            Runnable closed) {}

    BulkBody(
            RequestBodyStream incoming,
            BulkFormat format,
            InFlightLines window,
            ResultStream results,
            Conditions conditions) {
        this.incoming = incoming;
        this.format = format;
        this.lines = format.lines();
        this.window = window;
        this.results = results;
        this.conditions = conditions;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super byte[]> subscriber) {
        sender = subscriber;
        idleness = new IdleTimeout(
                context.owner(), conditions.settings().idleTimeout(), this::isSenderAwaited, this::silent);
        sender.onSubscribe(this);
        incoming.open(this);
        advance();
    }

    @Override
    public void request(long results) {
        context.runOnContext(ignored -> {
            idleness.over();
            demand += results;
            advance();
        });
    }

    @Override
    public void cancel() {
        context.runOnContext(ignored -> close());
    }

    @Override
    public void part(byte[] part) {
        idleness.over();
        lines.feed(part);
        advance();
    }

    @Override
    public void end() {
        lines.complete();
        advance();
    }

    /** An incomplete last line is no line. */
    @Override
    public void breakOff() {
        close();
    }

    private void wake() {
        if (isWoken.compareAndSet(false, true)) {
            context.runOnContext(ignored -> {
                isWoken.set(false);
                advance();
            });
        }
    }

    private void advance() {
        if (isClosed || refusal != null) {
            return;
        }
        window.settleInto(results);
        while (!isRead && hasRoom() && readOn()) {
            window.settleInto(results);
        }
        write();
    }

    private boolean hasRoom() {
        return window.hasRoom() && results.size() < MAX_BYTES && hasRoomInFlight();
    }

    private boolean hasRoomInFlight() {
        if (conditions.log().hasRoomForBulk()) {
            return true;
        }
        if (!isWaitingForRoom) {
            isWaitingForRoom = true;
            conditions
                    .log()
                    .whenRoomForBulk(() -> context.runOnContext(ignored -> {
                        isWaitingForRoom = false;
                        advance();
                    }));
        }
        return false;
    }

    /** Reads a line if there is one, else asks for more of the body. Returns whether there may be another line. */
    private boolean readOn() {
        BulkLine line = lines.next();
        if (line != null) {
            try {
                found(line, format.read(line));
            } catch (RuntimeException e) {
                window.fail(line, e);
            }
            return true;
        }
        if (incoming.isEnded()) {
            isRead = true;
            found(null, format.complete());
        } else if (!incoming.isAwaited()) {
            idleness.over();
            incoming.ask();
        }
        return false;
    }

    private void found(BulkLine line, BulkFormat.Reading reading) {
        if (reading instanceof BulkFormat.Reading.One one) {
            window.submit(line, one.verdict(), this::wake);
        } else if (reading instanceof BulkFormat.Reading.All all) {
            refuse(conditions.refusal().apply(all.refusal()));
        }
    }

    private void write() {
        if (isClosed || refusal != null) {
            return;
        }
        if (isRead && window.isEmpty() && !isWritten) {
            isWritten = true;
            if (isSilent) {
                results.add(lines.number(), conditions.silence());
            } else {
                results.complete();
            }
        }
        if (results.size() == 0 && isWritten) {
            close();
            sender.onComplete();
        } else if (results.size() > 0 && demand > 0) {
            demand--;
            idleness.over();
            sender.onNext(results.take());
        }
    }

    /** After the whole body was read: many clients read no answer before they have sent all. */
    private void refuse(Response answer) {
        isRead = true;
        refusal = answer;
        if (incoming.isEnded()) {
            answerRefusal();
            return;
        }
        RequestBody.read(incoming.request(), 0).whenComplete((heard, failure) -> {
            if (failure == null) {
                answerRefusal();
            } else {
                close();
            }
        });
    }

    private void answerRefusal() {
        if (!isClosed) {
            close();
            sender.onError(new RefusedBodyException(refusal));
        }
    }

    private boolean isSenderAwaited() {
        return refusal != null || incoming.isAwaited() || isTakingAwaited();
    }

    private boolean isTakingAwaited() {
        return demand == 0 && results.size() > 0;
    }

    /** The sender sends or takes nothing for too long. */
    private void silent() {
        LOG.infof("A bulk body timed out at line %d", lines.number());
        if (isTakingAwaited()) {
            close();
            incoming.abort();
            return;
        }
        incoming.closeWhenAnswered();
        if (refusal != null) {
            answerRefusal();
        } else {
            isSilent = true;
            isRead = true;
            advance();
        }
    }

    /** What is in flight stays in flight; its outcome is not reported. */
    private void close() {
        if (!isClosed) {
            isClosed = true;
            idleness.stop();
            conditions.closed().run();
        }
    }
}
