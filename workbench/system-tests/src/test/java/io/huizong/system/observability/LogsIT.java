package io.huizong.system.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.local.LocalServers;
import io.huizong.local.service.ServiceProcess;
import io.huizong.system.LoggedRecords;
import io.huizong.system.RunningPair;

/** In production each line of the log is a JSON object that names the service, and the submission it is about. */
class LogsIT {

    @RegisterExtension
    private static final RunningPair PAIR = RunningPair.shared();

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_unreadable_record_is_one_line_that_names_its_submission_and_its_batch() throws Exception {
        String submission = UUID.randomUUID().toString();
        var record = new ProducerRecord<>(PAIR.stage().topic(), 3, "53", "secret words");
        record.headers()
                .add("ce_specversion", "1.0".getBytes(StandardCharsets.US_ASCII))
                .add("ce_id", submission.getBytes(StandardCharsets.US_ASCII));
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", LocalServers.shared().kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        }

        await("its line").atMost(Duration.ofSeconds(30)).until(() -> !about(submission)
                .isEmpty());

        assertThat(about(submission)).singleElement().satisfies(line -> {
            assertThat(line.path("level").textValue()).isEqualTo("WARN");
            assertThat(line.path("mdc").path("submissionId").textValue()).isEqualTo(submission);
            assertThat(line.path("mdc").path("batch").textValue()).matches("3@\\d+");
            assertThat(line.path("service").textValue()).isEqualTo("aggregation-service");
            assertThat(line.toString()).doesNotContain("secret");
        });
        assertThat(lines(PAIR.intakeProcess())).isNotEmpty().allSatisfy(line -> {
            assertThat(line.hasNonNull("timestamp")).isTrue();
            assertThat(line.path("service").textValue()).isEqualTo("report-intake");
        });
    }

    @Test
    void a_record_has_no_header_of_a_trace_while_tracing_is_off() {
        PAIR.submit(
                        """
                        {"jurisdiction": "530181", "period": "2021", "figures": {"mediation.disputes_arisen": 10}}""",
                        PAIR.submitter("CN")
                                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))
                .then()
                .statusCode(202);

        List<ConsumerRecord<byte[], byte[]>> ofPlace = LoggedRecords.of(PAIR.stage()).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals("530181"))
                .toList();
        assertThat(ofPlace).isNotEmpty().allSatisfy(record -> assertThat(record.headers())
                .extracting(header -> header.key())
                .doesNotContain("traceparent", "tracestate", "b3"));
    }

    private static List<JsonNode> about(String submission) throws IOException {
        return lines(PAIR.aggregationProcess()).stream()
                .filter(line -> line.toString().contains(submission))
                .toList();
    }

    /** Fails where a line is no JSON. */
    private static List<JsonNode> lines(ServiceProcess service) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        String log = Files.readString(service.log());
        String whole = log.substring(0, log.lastIndexOf('\n') + 1);
        for (String line : (Iterable<String>) whole.lines()::iterator) {
            // Of the virtual machine itself.
            if (!line.startsWith("Picked up ") && !line.startsWith("OpenJDK ")) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
