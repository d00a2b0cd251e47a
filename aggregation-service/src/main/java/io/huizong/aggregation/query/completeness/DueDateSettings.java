package io.huizong.aggregation.query.completeness;

import java.time.MonthDay;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import org.eclipse.microprofile.config.spi.Converter;

/** When reports are due. */
@ConfigMapping(prefix = "huizong.due-dates")
interface DueDateSettings {

    /** Day of the year after, {@code MM-dd}, before which a report on a year has to be accepted. */
    @WithDefault("03-01")
    @WithConverter(Day.class)
    MonthDay year();

    /** The same for provinces and the nation. */
    @WithDefault("04-01")
    @WithConverter(Day.class)
    MonthDay yearOfProvince();

    /** How many days after its end a report on a half, a quarter or a month is due. */
    @WithDefault("15")
    int daysAfterShorter();

    /** Reads {@code MM-dd}. */
    class Day implements Converter<MonthDay> {

        private static final long serialVersionUID = 1L;

        @Override
        public MonthDay convert(String value) {
            return MonthDay.parse("--" + value);
        }
    }

    /** Makes the rule of the settings. */
    @Singleton
    class Rule {

        @Produces
        @Singleton
        DueDates dueDates(DueDateSettings configured) {
            return new DueDates(configured.year(), configured.yearOfProvince(), configured.daysAfterShorter());
        }
    }
}
