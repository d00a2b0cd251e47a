package io.huizong.aggregation.submission;

/**
 * A record of the topic {@code reports} as the service understands it. {@code BatchTransaction} applies an
 * {@link IngestedEvent}, and lists an {@link UnreadableRecord}, which {@code ReportConsumer} logs. {@code Batch.of} ends the
 * partition before a {@link Newer}, which {@code ReportConsumer.stopped} reports.
 */
public sealed interface IngestedRecord permits IngestedEvent, UnreadableRecord, IngestedRecord.Newer {

    /** Its partition. */
    int partition();

    /** Its offset in that partition. */
    long offset();

    /**
     * An event that only a newer version can read: no record behind it may be applied before it.
     *
     * @param reason a sentence that names its type
     */
    record Newer(int partition, long offset, String reason) implements IngestedRecord {}
}
