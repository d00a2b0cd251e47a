package io.huizong.barest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

import io.huizong.contract.event.EncodedEvent;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEventCodec;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** The reference writes what report-intake would write: less would not be the same work. */
class BareRecordTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant TIME = Instant.parse("2025-01-20T08:00:00.123456Z");

    @Test
    void it_is_the_record_of_the_event() throws Exception {
        ObjectNode report = (ObjectNode) new ObjectMapper().readTree("""
                        {"jurisdiction": "530181009", "period": "2021", "figures": {"mediation.disputes_arisen": 124}}""");
        EncodedEvent event = new ReportEventCodec()
                .encode(new ReportSubmitted(
                        ID,
                        TIME,
                        new Report(
                                "530181009",
                                Period.parse("2021"),
                                Scope.WHOLE_AREA,
                                Map.of("mediation.disputes_arisen", Figure.exact(124)),
                                Map.of(),
                                null,
                                null,
                                null),
                        Origin.of("sender"),
                        null,
                        List.of()));

        BareRecord record = BareRecord.of(report, ID, TIME, "sender");

        ObjectMapper json = new ObjectMapper();
        assertThat(record.key()).isEqualTo(event.key());
        assertThat(json.readTree(record.value())).isEqualTo(json.readTree(event.data()));
        assertThat(record.headers()).hasSameSizeAs(event.headers().entrySet());
        for (Header header : record.headers()) {
            assertThat(new String(header.value(), StandardCharsets.UTF_8))
                    .isEqualTo(event.headers().get(header.key()));
        }
    }
}
