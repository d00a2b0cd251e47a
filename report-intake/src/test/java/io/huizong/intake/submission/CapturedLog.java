package io.huizong.intake.submission;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the service logs while it is open. */
final class CapturedLog extends Handler implements AutoCloseable {

    private static final PatternFormatter FORMATTER = new PatternFormatter("%s");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private CapturedLog() {}

    static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    List<LogRecord> records() {
        return records;
    }

    /** Everything that was logged, as one text. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (LogRecord logged : records) {
            text.append(logged.getLoggerName())
                    .append(' ')
                    .append(message(logged))
                    .append('\n');
            if (logged.getThrown() != null) {
                text.append(logged.getThrown()).append('\n');
            }
        }
        return text.toString();
    }

    static String message(LogRecord logged) {
        return FORMATTER.format(ExtLogRecord.wrap(logged));
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
