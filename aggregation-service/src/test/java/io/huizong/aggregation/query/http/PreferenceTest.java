package io.huizong.aggregation.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

/** The preference wait is read as RFC 7240 writes it, and nobody waits longer than half a minute. */
class PreferenceTest {

    @Test
    void it_is_found_among_others() {
        assertThat(Preference.wait(List.of("respond-async, wait=5"))).hasValue(Duration.ofSeconds(5));
        assertThat(Preference.wait(List.of("return=minimal", "Wait = \"7\"; a=b")))
                .hasValue(Duration.ofSeconds(7));
        assertThat(Preference.wait(List.of("wait=3, wait=4"))).hasValue(Duration.ofSeconds(3));
    }

    @Test
    void what_cannot_be_read_is_no_preference() {
        assertThat(Preference.wait(null)).isEmpty();
        assertThat(Preference.wait(List.of("wait", "wait=-1", "wait=long", "await=5")))
                .isEmpty();
    }

    @Test
    void a_long_wait_is_cut() {
        assertThat(Preference.wait(List.of("wait=86400"))).hasValue(Preference.MAX_LENGTH);
        assertThat(Preference.applied(Preference.MAX_LENGTH)).isEqualTo("wait=30");
    }
}
