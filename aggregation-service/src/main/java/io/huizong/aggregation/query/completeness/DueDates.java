package io.huizong.aggregation.query.completeness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import org.eclipse.microprofile.config.spi.Converter;

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
@Singleton
record DueDates(MonthDay year, MonthDay yearOfProvince, int daysAfterShorter) {

    @Inject
    DueDates(Settings settings) {
        this(settings.year(), settings.yearOfProvince(), settings.daysAfterShorter());
    }

    /** The day before which a report has to be accepted. */
    LocalDate of(Level level, Period period) {
        if (period.kind() != Period.Kind.YEAR) {
            return period.end().plusDays(daysAfterShorter);
        }
        MonthDay day = Level.PROVINCE.isAbove(level) ? year : yearOfProvince;
        return day.atYear(period.year() + 1);
    }

    /** Whether a report that was first accepted then was on time. */
    boolean isOnTime(Level level, Period period, Instant accepted) {
        return accepted.isBefore(of(level, period).atStartOfDay(Period.ZONE).toInstant());
    }

    /** The rule as it is configured; days of the year are {@code MM-dd}. */
    @ConfigMapping(prefix = "huizong.due-dates")
    interface Settings {

        @WithConverter(Day.class)
        MonthDay year();

        @WithConverter(Day.class)
        MonthDay yearOfProvince();

        int daysAfterShorter();
    }

    /** Reads {@code MM-dd}. Public, because the configuration makes it. */
    public static final class Day implements Converter<MonthDay> {

        private static final long serialVersionUID = 1L;

        @Override
        public MonthDay convert(String value) {
            return MonthDay.parse("--" + value);
        }
    }
}
