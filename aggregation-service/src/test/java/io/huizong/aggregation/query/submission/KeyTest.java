package io.huizong.aggregation.query.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import io.huizong.aggregation.RoughServersResource;
import io.huizong.aggregation.query.Asking;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** An idempotency key speaks for one place and one client, so that the order of partitions decides nothing. */
@QuarkusTest
@WithTestResource(RoughServersResource.class)
class KeyTest extends Asking {

    private static final Instant TIME = Instant.parse("2023-01-10T00:00:00Z");

    @Test
    void one_key_for_two_places_counts_for_both_and_does_so_after_a_rebuild() {
        ReportSubmitted one = event("reuser", "2021", "11", "2001", 1);
        ReportSubmitted two = event("reuser", "2021", "53", "2001", 2);
        ReportSubmitted otherPeriod = event("reuser", "2021", "53", "2002", 4);
        publish(one, two, otherPeriod);

        for (int turn = 0; turn < 2; turn++) {
            assertThat(List.of(outcome(one), outcome(two), outcome(otherPeriod)))
                    .containsOnly("APPLIED");
            assertThat(arisen("CN", "2001")).isEqualTo(3);
            assertThat(arisen("CN", "2002")).isEqualTo(4);
            rebuild();
        }
    }

    @Test
    void one_key_for_two_submissions_of_a_place_counts_once_and_does_so_after_a_rebuild() {
        ReportSubmitted first = event("reuser", "again", "12", "2003", 1);
        ReportSubmitted second = event("reuser", "again", "12", "2003", 2);
        publish(first, second);

        for (int turn = 0; turn < 2; turn++) {
            assertThat(outcome(first)).isEqualTo("APPLIED");
            assertThat(outcome(second)).isEqualTo("KEY_REUSED");
            assertThat(arisen("CN", "2003")).isEqualTo(1);
            rebuild();
        }
    }

    @Test
    void keys_and_clients_that_differ_by_a_blank_are_not_the_same() {
        List<ReportSubmitted> events = List.of(
                event("abc", "key", "13", "2004", 1),
                event("abc ", "key", "13", "2004", 2),
                event("abc", "key ", "13", "2004", 3),
                event("ABC", "key", "13", "2004", 4),
                event("abc", "Key", "13", "2004", 5));
        publish(events.toArray(ReportSubmitted[]::new));

        assertThat(events).extracting(this::outcome).containsOnly("APPLIED");
        assertThat(arisen("13", "2004")).isEqualTo(5);
        assertThat(pages(() -> viewer().queryParam("client", "abc "), "/submissions", "items.submissionId"))
                .containsExactly(events.get(1).submissionId().toString());
    }

    private static ReportSubmitted event(String client, String key, String jurisdiction, String period, int arisen) {
        Report report = new Report(
                jurisdiction,
                Period.parse(period),
                Scope.WHOLE_AREA,
                Map.of(ARISEN, Figure.exact(arisen)),
                Map.of(),
                null,
                null,
                null);
        return new ReportSubmitted(UUID.randomUUID(), TIME, report, new Origin(client, key, null), null, List.of());
    }

    private String outcome(ReportSubmitted event) {
        return viewer().get("/submissions/{id}", event.submissionId()).path("outcome");
    }

    private int arisen(String code, String period) {
        return viewer().get("/rollups/{code}/{period}", code, period)
                .path("indicators.'%s'.effective".formatted(ARISEN));
    }
}
