package io.huizong.aggregation.report;

import java.time.Instant;
import java.util.UUID;

/**
 * A record of the log that could not be applied.
 *
 * @param logId id of the log
 * @param partition its partition
 * @param offset its offset there
 * @param key the record's key; null if it has none
 * @param reason a sentence why
 * @param submissionId the submission that it says it is; null if it does not say
 * @param recordedAt time of the record
 */
public record DeadLetter(
        String logId, int partition, long offset, String key, String reason, UUID submissionId, Instant recordedAt) {

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_REASON = 1000;

    /** Key and reason are cut to what their columns hold. */
    public DeadLetter {
        key = cut(key, LONGEST_KEY);
        reason = cut(reason, LONGEST_REASON);
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
