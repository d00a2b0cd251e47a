package io.huizong.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** A property has the same cases in each run, unless others are asked for. */
class SameCasesTest {

    private static final List<Long> CASES = new ArrayList<>();

    @Property(tries = 20)
    void each_case_is_kept(@ForAll long number) {
        CASES.add(number);
    }

    @AfterContainer
    static void they_are_those_of_every_run() {
        if (System.getProperty("properties.seed") == null) {
            // As jqwik 1.9.3 makes them.
            assertThat(CASES.hashCode()).isEqualTo(-1_392_218_234);
        }
    }
}
