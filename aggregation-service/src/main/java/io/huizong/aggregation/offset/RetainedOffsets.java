package io.huizong.aggregation.offset;

/**
 * The records of a partition that the brokers have.
 *
 * @param begin offset of the first
 * @param end offset after the last that a reader of committed records gets
 */
public record RetainedOffsets(long begin, long end) {

    private static final String REMEDY =
            "; restore the topic, or POST /maintenance/rebuild builds the totals without the lost records";

    /**
     * Says how the partition lacks records that a reader at that offset needs; null if it does not.
     *
     * @param partition its number
     * @param offset where the reader is
     */
    public String lacks(int partition, long offset) {
        if (begin > offset) {
            return "the topic has lost records: partition %d begins at offset %d, and %d is the next that the database needs"
                    .formatted(partition, begin, offset);
        }
        if (end < offset) {
            return ("the topic has lost records: partition %d ends at offset %d, and the database has those before %d"
                            + REMEDY)
                    .formatted(partition, end, offset);
        }
        return null;
    }

    /** Says that the partition lacked records at its end once, whatever it has got since. */
    public static String lacked(int partition, long offset) {
        return ("the topic has lost records: partition %d ended before offset %d, which the database has reached"
                        + REMEDY)
                .formatted(partition, offset);
    }
}
