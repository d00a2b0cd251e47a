package io.huizong.aggregation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import io.huizong.commons.metrics.OwnedGauges;

/** Batches are applied side by side: that one goes on says nothing about another. */
class IngestStateTest {

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final IngestState state = new IngestState(new OwnedGauges(meters));

    @Test
    void before_all_batches_the_topics_are_waited_for() {
        assertThat(state.waitingFor()).hasValue("the topics to be checked");
        assertThat(seconds("brokers")).isPositive();

        state.goesOn(IngestState.TOPICS);

        assertThat(state.waitingFor()).isEmpty();
        assertThat(seconds("brokers")).isZero();
    }

    @Test
    void a_batch_that_goes_on_hides_none_that_waits() {
        Object one = new Object();
        Object other = new Object();
        state.goesOn(IngestState.TOPICS);
        state.waits(one, new SQLException("'secret'", "08001", 1));
        state.waits(other, new SQLException("'secret'", "08002", 2));

        state.goesOn(one);

        assertThat(state.waitingFor())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("08002").doesNotContain("secret"));
        assertThat(seconds("database")).isPositive();
        state.goesOn(other);
        assertThat(state.waitingFor()).isEmpty();
        assertThat(seconds("database")).isZero();
    }

    private double seconds(String cause) {
        return meters.get("huizong.ingest.waiting").tag("cause", cause).gauge().value();
    }
}
