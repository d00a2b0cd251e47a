package io.huizong.intake.publication;

import java.util.List;

/** Result of a check of the topic. */
sealed interface TopicState {

    /** It exists with the right settings, and its brokers can acknowledge records. */
    record Ready() implements TopicState {}

    /** It exists with other settings. */
    record Different(List<String> differences) implements TopicState {}

    /** It cannot take records now, or the brokers did not answer. */
    record Unavailable(String reason) implements TopicState {}
}
