package io.huizong.aggregation.feed;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record is in the topic of changes, as the id of an event: {@code 3kPq9_xA.17}. An offset alone would be taken for one
 * of a topic that was made anew.
 *
 * @param topic the beginning of the topic's id
 * @param offset its offset there
 */
record ChangeId(String topic, long offset) {

    private static final int TOPIC_LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{8})\\.(-1|[0-9]{1,18})");

    /** The id of a record at an offset of the topic that has that id. */
    static ChangeId of(String topicId, long offset) {
        return new ChangeId(topicId.substring(0, TOPIC_LENGTH), offset);
    }

    /** What the id of an event says; empty if it is none of these. */
    static Optional<ChangeId> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new ChangeId(parts.group(1), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    /** Another offset of the same topic. */
    ChangeId at(long other) {
        return new ChangeId(topic, other);
    }

    @Override
    public String toString() {
        return topic + "." + offset;
    }
}
