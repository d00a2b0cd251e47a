package io.huizong.intake.validation.shape;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.text.Pointer;

/** Reads one member of a JSON object and adds what is wrong with it. */
@FunctionalInterface
public interface MemberReader<T> {

    void read(JsonNode value, Pointer at, T into, Findings findings);
}
