package io.huizong.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

/** A service that is not ready says which of its checks are down, and why. */
class ReadinessAnswerTest {

    @Test
    void a_check_that_is_down_is_named_with_its_data() {
        assertThat(ReadinessAnswer.reason(bytes("""
                {"status": "DOWN", "checks": [
                  {"name": "Database connections health check", "status": "UP", "data": {"<default>": "UP"}},
                  {"name": "generation", "status": "DOWN", "data": {"reason": "the totals are being rebuilt"}},
                  {"name": "topic", "status": "DOWN"}]}"""))).contains("generation: the totals are being rebuilt; topic");
    }

    @Test
    void a_service_that_is_ready_or_has_no_health_gives_no_reason() {
        assertThat(ReadinessAnswer.reason(bytes("{\"status\": \"UP\", \"checks\": []}")))
                .isEmpty();
        assertThat(ReadinessAnswer.reason(bytes("<html>Not found</html>"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
