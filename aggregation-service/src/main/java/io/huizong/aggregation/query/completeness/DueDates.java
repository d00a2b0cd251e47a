package io.huizong.aggregation.query.completeness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;

import io.huizong.contract.division.Level;
import io.huizong.contract.report.Period;

/**
 * When reports are due: the rule of 法治政府建设与责任落实督察工作规定, by which governments report on a year before 1 March
 * and provinces before 1 April of the next.
 *
 * @param year day of the year after, for a report on a year
 * @param yearOfProvince the same for provinces and the nation
 * @param daysAfterShorter how many days after the end of a shorter period
 */
public record DueDates(MonthDay year, MonthDay yearOfProvince, int daysAfterShorter) {

    /** The day before which a report has to be accepted. */
    public LocalDate of(Level level, Period period) {
        if (period.kind() != Period.Kind.YEAR) {
            return period.end().plusDays(daysAfterShorter);
        }
        MonthDay day = Level.PROVINCE.isAbove(level) ? year : yearOfProvince;
        return day.atYear(period.year() + 1);
    }

    /** Whether a report that was first accepted then was on time. */
    public boolean isOnTime(Level level, Period period, Instant accepted) {
        return accepted.isBefore(of(level, period).atStartOfDay(Period.ZONE).toInstant());
    }
}
