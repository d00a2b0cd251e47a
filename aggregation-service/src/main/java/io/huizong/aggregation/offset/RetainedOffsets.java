package io.huizong.aggregation.offset;

/**
 * The records of a partition that the brokers have.
 *
 * @param begin offset of the first
 * @param end offset after the last that a reader of committed records gets
 */
public record RetainedOffsets(long begin, long end) {

    /**
     * Says how the partition lacks records that a reader at that offset needs; null if it does not.
     *
     * @param partition its number
     * @param position where the reader is
     */
    public String lacks(int partition, long position) {
        if (begin > position) {
            return "the log has lost records: partition %d begins at offset %d, and %d is the next that the database needs"
                    .formatted(partition, begin, position);
        }
        if (end < position) {
            return "the log has lost records: partition %d ends at offset %d, and the database has those before %d"
                    .formatted(partition, end, position);
        }
        return null;
    }
}
