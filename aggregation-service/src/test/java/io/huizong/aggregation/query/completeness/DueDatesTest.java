package io.huizong.aggregation.query.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;

import org.junit.jupiter.api.Test;

import io.huizong.contract.division.Level;
import io.huizong.contract.report.Period;

/** Yearly reports are due before 1 March, those of provinces before 1 April, others half a month after their period. */
class DueDatesTest {

    private static final DueDates RULE = new DueDates(MonthDay.of(3, 1), MonthDay.of(4, 1), 15);

    @Test
    void a_year_is_due_in_the_next_and_provinces_have_a_month_more() {
        Period year = Period.parse("2023");
        assertThat(RULE.of(Level.TOWNSHIP, year)).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(RULE.of(Level.PREFECTURE, year)).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(RULE.of(Level.PROVINCE, year)).isEqualTo(LocalDate.of(2024, 4, 1));
        assertThat(RULE.of(Level.NATION, year)).isEqualTo(LocalDate.of(2024, 4, 1));
    }

    @Test
    void a_shorter_period_is_due_half_a_month_after_its_end() {
        assertThat(RULE.of(Level.PROVINCE, Period.parse("2023-H1"))).isEqualTo(LocalDate.of(2023, 7, 15));
        assertThat(RULE.of(Level.COUNTY, Period.parse("2023-Q4"))).isEqualTo(LocalDate.of(2024, 1, 15));
        assertThat(RULE.of(Level.TOWNSHIP, Period.parse("2024-02"))).isEqualTo(LocalDate.of(2024, 3, 15));
    }

    @Test
    void the_due_date_begins_at_midnight_in_shanghai() {
        Period year = Period.parse("2023");
        Instant midnight = Instant.parse("2024-02-29T16:00:00Z");
        assertThat(RULE.isOnTime(Level.COUNTY, year, midnight.minusNanos(1000))).isTrue();
        assertThat(RULE.isOnTime(Level.COUNTY, year, midnight)).isFalse();
        assertThat(RULE.isOnTime(Level.PROVINCE, year, midnight)).isTrue();
    }
}
