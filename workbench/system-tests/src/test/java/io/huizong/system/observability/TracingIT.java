package io.huizong.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.system.RunningPair;
import io.huizong.system.observability.Collector.Exported;

/** A trace leads from the request through Kafka to the commit of the batch that the report is in. */
class TracingIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SENDERS_SPAN = "b7ad6b7169203331";

    private static final Collector COLLECTOR = new Collector();
    private static final Map<String, String> TRACING = Map.of(
            "QUARKUS_OTEL_SDK_DISABLED",
            "false",
            "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
            COLLECTOR.endpoint(),
            "QUARKUS_OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
            "http/protobuf",
            "QUARKUS_OTEL_BSP_SCHEDULE_DELAY",
            "PT0.2S");

    @RegisterExtension
    private static final RunningPair PAIR = new RunningPair(TRACING, TRACING);

    @AfterAll
    static void close() {
        COLLECTOR.close();
    }

    @Test
    void a_trace_leads_from_the_sender_to_the_commit() {
        PAIR.submit("""
                        {"jurisdiction": "530181", "period": "2021", "figures": {"mediation.disputes_arisen": 10}}""", PAIR.submitter("CN").header("traceparent", "00-%s-%s-01".formatted(TRACE, SENDERS_SPAN)))
                .then()
                .statusCode(202);

        await("the spans of the trace")
                .atMost(Duration.ofSeconds(30))
                .until(() -> spans().stream().anyMatch(span -> span.name().equals("apply batch"))
                        && spans().stream()
                                .anyMatch(span -> span.trace().equals(TRACE)
                                        && span.service().equals("report-intake")));
        Exported request = only("POST /reports");
        Exported apply = only("apply");
        Exported batch = only("apply batch");

        assertThat(request.service()).isEqualTo("report-intake");
        assertThat(request.trace()).isEqualTo(TRACE);
        assertThat(request.parent()).isEqualTo(SENDERS_SPAN);
        assertThat(apply.service()).isEqualTo("aggregation-service");
        assertThat(apply.trace()).isEqualTo(TRACE);
        assertThat(apply.parent()).isEqualTo(request.id());
        assertThat(apply.links()).containsExactly(batch.id());
        assertThat(batch.trace()).isNotEqualTo(TRACE);
        assertThat(batch.links()).containsExactly(apply.id());
    }

    private static List<Exported> spans() {
        return COLLECTOR.spans();
    }

    private static Exported only(String name) {
        List<Exported> named =
                spans().stream().filter(span -> span.name().equals(name)).toList();
        assertThat(named).as("%s among %s", name, spans()).hasSize(1);
        return named.get(0);
    }
}
