package io.huizong.intake.bulk;

import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import jakarta.ws.rs.core.Response;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.huizong.intake.publication.ReportPublisher;
import io.huizong.intake.validation.Verdict;

/**
 * Reads one body and writes its results. It reads on only while there is room for lines without outcome, for results
 * that the sender has not taken, and for events in flight. Confined to the context of the request, whose thread
 * handles a few lines at a time.
 */
final class BulkBody implements Flow.Publisher<byte[]>, Flow.Subscription {

    private static final Logger LOG = Logger.getLogger(BulkBody.class);

    /** Of results that wait to be taken: enough for clients that read no result before they have sent a short body. */
    private static final int MAX_BYTES = 1024 * 1024;

    private final RequestBodyStream incoming;
    private final BulkFormat format;
    private final LineSplitter lines;
    private final InFlightLines inFlight;
    private final ResultStream results;
    private final ReportPublisher publisher;
    private final Duration idleLimit;
    private final Runnable closed;
    private final Context context = Vertx.currentContext();
    private final AtomicBoolean isWoken = new AtomicBoolean();

    private Flow.Subscriber<? super byte[]> sender;
    private IdleTimeout idleTimeout;
    private long demand;
    private boolean isWaitingForRoom;
    private boolean isHeaderAwaited;
    private boolean isRead;
    private boolean isTimedOut;
    private boolean isWritten;
    private Response refusal;
    private boolean isClosed;

    /**
     * @param publisher says when there is room for more events
     * @param closed run once, when nothing of the body is left to do
     */
    BulkBody(
            RequestBodyStream incoming,
            BulkFormat format,
            InFlightLines inFlight,
            ResultStream results,
            ReportPublisher publisher,
            Duration idleLimit,
            Runnable closed) {
        this.incoming = incoming;
        this.format = format;
        this.lines = format.lines();
        this.isHeaderAwaited = format.header() != null;
        this.inFlight = inFlight;
        this.results = results;
        this.publisher = publisher;
        this.idleLimit = idleLimit;
        this.closed = closed;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super byte[]> subscriber) {
        sender = subscriber;
        idleTimeout = new IdleTimeout(context.owner(), idleLimit, this::isSenderAwaited, this::timeOut);
        sender.onSubscribe(this);
        incoming.open(this);
        advance();
    }

    @Override
    public void request(long results) {
        context.runOnContext(ignored -> {
            idleTimeout.restart();
            demand += results;
            advance();
        });
    }

    @Override
    public void cancel() {
        context.runOnContext(ignored -> close());
    }

    /** A part that was requested. */
    void part(byte[] part) {
        idleTimeout.restart();
        lines.feed(part);
        advance();
    }

    /** The request body has ended. */
    void end() {
        lines.complete();
        advance();
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
        inFlight.settleInto(results);
        while (!isRead && hasRoom() && readOn()) {
            inFlight.settleInto(results);
        }
        write();
    }

    private boolean hasRoom() {
        return inFlight.hasRoom() && results.size() < MAX_BYTES && hasRoomInFlight();
    }

    private boolean hasRoomInFlight() {
        if (publisher.hasRoomForBulk()) {
            return true;
        }
        if (!isWaitingForRoom) {
            isWaitingForRoom = true;
            publisher.whenRoomForBulk(() -> context.runOnContext(ignored -> {
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
                if (isHeaderAwaited) {
                    readHeader(line.bytes());
                } else {
                    format.report().apply(line.bytes()).ifPresent(report -> inFlight.submit(line, report, this::wake));
                }
            } catch (RuntimeException e) {
                inFlight.fail(line, e);
            }
            return true;
        }
        if (incoming.isEnded()) {
            isRead = true;
            if (isHeaderAwaited) {
                readHeader(new byte[0]);
            }
        } else if (!incoming.isAwaited()) {
            idleTimeout.restart();
            incoming.ask();
        }
        return false;
    }

    private void readHeader(byte[] header) {
        isHeaderAwaited = false;
        format.header().apply(header).ifPresent(this::refuse);
    }

    private void write() {
        if (isClosed || refusal != null) {
            return;
        }
        if (isRead && inFlight.isEmpty() && !isWritten) {
            isWritten = true;
            if (isTimedOut) {
                results.addTimeout(lines.number(), idleLimit);
            } else {
                results.complete();
            }
        }
        if (results.size() == 0 && isWritten) {
            close();
            sender.onComplete();
        } else if (results.size() > 0 && demand > 0) {
            demand--;
            idleTimeout.restart();
            sender.onNext(results.take());
        }
    }

    private void refuse(Verdict verdict) {
        isRead = true;
        refusal = results.answer(inFlight.refusal(verdict));
        incoming.drain().whenComplete((drained, failure) -> {
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
    private void timeOut() {
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
            isTimedOut = true;
            isRead = true;
            advance();
        }
    }

    /** What is in flight stays in flight; its outcome is not reported. */
    void close() {
        if (!isClosed) {
            isClosed = true;
            idleTimeout.stop();
            closed.run();
        }
    }
}
