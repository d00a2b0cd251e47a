package io.huizong.intake.validation;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads one member of a JSON object into what is being built, and says what is wrong with it. */
@FunctionalInterface
interface MemberReader<T> {

    void read(JsonNode value, Pointer at, T into, Findings findings);
}
