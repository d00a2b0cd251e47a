package io.huizong.aggregation.offset;

/** The topic of the log has another number of partitions than it must: records of a key may be in two of them. */
public final class WrongPartitionsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    WrongPartitionsException(String topic, int partitions, int expected) {
        super(("the topic %s has %d partitions, expected %d; see 'A topic is not as it must be' in docs/operations.md")
                .formatted(topic, partitions, expected));
    }
}
