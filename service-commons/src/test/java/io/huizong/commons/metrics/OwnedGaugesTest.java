package io.huizong.commons.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** The gauges of a bean end with it, and no other's. */
class OwnedGaugesTest {

    @Test
    void gauges_are_removed_with_their_bean() {
        MeterRegistry registry = new SimpleMeterRegistry();
        AtomicInteger value = new AtomicInteger(3);
        OwnedGauges first = new OwnedGauges(registry);
        first.register(Gauge.builder("first", value, AtomicInteger::get));
        new OwnedGauges(registry).register(Gauge.builder("other", value, AtomicInteger::get));
        assertThat(registry.get("first").gauge().value()).isEqualTo(3);

        first.remove();

        assertThat(registry.find("first").gauge()).isNull();
        assertThat(registry.get("other").gauge().value()).isEqualTo(3);
    }
}
