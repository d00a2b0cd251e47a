package io.huizong.aggregation.query.completeness;

import java.time.LocalDate;

import io.huizong.contract.division.Level;

/**
 * How many of one level have reported: expected = reported + missing, reported = on time + late.
 *
 * @param dueDate the day before which their reports have to be accepted, in the time zone of periods
 * @param expected how many exist in the period and are to report
 * @param reported how many of these have a current report
 * @param unexpected how many have one that none was expected from; not in the other numbers
 */
public record LevelCount(
        Level level,
        LocalDate dueDate,
        int expected,
        int reported,
        int onTime,
        int late,
        int missing,
        int unexpected) {}
