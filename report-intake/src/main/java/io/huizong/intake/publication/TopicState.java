package io.huizong.intake.publication;

import java.util.List;

/** What a look at the topic found. */
sealed interface TopicState {

    /** It is there, set up as it must be, and its brokers can acknowledge records. */
    record Ready() implements TopicState {}

    /** It is there and set up otherwise. */
    record Different(List<String> differences) implements TopicState {}

    /** It can take no records now, or the brokers did not say whether it can. */
    record Shut(String reason) implements TopicState {}
}
