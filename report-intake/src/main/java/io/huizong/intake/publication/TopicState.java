package io.huizong.intake.publication;

import java.util.List;

/** What a look at the topic found. */
sealed interface TopicState {

    /** It is there and set up as it must be. */
    record Ready() implements TopicState {}

    /** It is there and set up otherwise. */
    record Different(List<String> differences) implements TopicState {}

    /** The brokers did not say. */
    record Unknown(String reason) implements TopicState {}
}
