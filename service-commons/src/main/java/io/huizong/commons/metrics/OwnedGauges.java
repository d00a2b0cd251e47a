package io.huizong.commons.metrics;

import java.util.ArrayList;
import java.util.List;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The gauges of one bean. They are removed with it, because a registry may live longer than the application. */
@Dependent
public class OwnedGauges {

    private final MeterRegistry registry;
    private final List<Gauge> gauges = new ArrayList<>();

    public OwnedGauges(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Registers a gauge that lives as long as the bean that these were injected into. */
    public void register(Gauge.Builder<?> gauge) {
        gauges.add(gauge.register(registry));
    }

    @PreDestroy
    void remove() {
        gauges.forEach(registry::remove);
    }
}
