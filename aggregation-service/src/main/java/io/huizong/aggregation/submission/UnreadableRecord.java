package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record that no version can read.
 *
 * @param topicId id of the topic
 * @param partition its partition
 * @param offset its offset there
 * @param key the begin of the record's key; null if it has none
 * @param reason a sentence why
 * @param submissionId the submission that it says it is; null if it does not say
 * @param recordedAt time of the record; null if it is in no calendar
 */
public record UnreadableRecord(
        String topicId,
        int partition,
        long offset,
        @Schema(nullable = true) String key,
        String reason,
        @Schema(nullable = true) UUID submissionId,
        @Schema(nullable = true) Instant recordedAt)
        implements IngestedRecord {

    private static final int MAX_KEY_LENGTH = 255;
    private static final int MAX_REASON_LENGTH = 1000;
    // No database that stores these times goes further.
    private static final Instant LATEST = Instant.parse("9999-12-30T23:59:59Z");

    /** Key and reason are cut to what their columns hold; a time that no column holds is left out. */
    public UnreadableRecord {
        key = cut(key, MAX_KEY_LENGTH);
        reason = cut(reason, MAX_REASON_LENGTH);
        if (recordedAt != null && (recordedAt.isBefore(Instant.EPOCH) || recordedAt.isAfter(LATEST))) {
            recordedAt = null;
        }
    }

    private static String cut(String text, int length) {
        return text == null || text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }
}
