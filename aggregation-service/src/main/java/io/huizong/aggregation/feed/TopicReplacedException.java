package io.huizong.aggregation.feed;

/** The topic that is being read is gone, and another has its name. */
final class TopicReplacedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicReplacedException(String before, String now) {
        super("the topic of changes had the id %s, and has the id %s".formatted(before, now));
    }
}
