package io.huizong.local.demo;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * How divisions of a level report: a row of levels.csv, all in percent of them.
 *
 * @param reportingFirst report for the first year
 * @param reportingLast report for the last year
 * @param ownLevel report on their own organs only
 * @param late date their reports after the last day of February
 * @param empty report without figures
 * @param tooSmall give figures that are below the sum of those below them
 * @param slip make a mistake that the intake warns of
 */
record Habits(
        double reportingFirst,
        double reportingLast,
        double ownLevel,
        double late,
        double empty,
        double tooSmall,
        double slip) {

    private static final double SILENT_TOWNSHIPS = 4;
    private static final double NOT_EXPECTED = 25;

    static Map<DemoLevel, Habits> byLevel() throws IOException {
        Map<DemoLevel, Habits> habits = new EnumMap<>(DemoLevel.class);
        for (Map<String, String> row : Csv.resource("levels.csv")) {
            habits.put(DemoLevel.valueOf(row.get("level")), of(row));
        }
        return habits;
    }

    private static Habits of(Map<String, String> row) {
        return new Habits(
                Double.parseDouble(row.get("reporting_first")),
                Double.parseDouble(row.get("reporting_last")),
                Double.parseDouble(row.get("own_level")),
                Double.parseDouble(row.get("late")),
                Double.parseDouble(row.get("empty")),
                Double.parseDouble(row.get("too_small")),
                Double.parseDouble(row.get("slip")));
    }

    /** Whether a division has a report for that year. Some townships never have one. */
    boolean reports(Division division, int year) {
        String code = division.code();
        if (division.level() == DemoLevel.TOWNSHIP && Draw.of("silent", code).chance(SILENT_TOWNSHIPS)) {
            return false;
        }
        double passed = (double) (year - Demo.FIRST_YEAR) / (Demo.LAST_YEAR - Demo.FIRST_YEAR);
        double usual = reportingFirst + (reportingLast - reportingFirst) * passed;
        return Draw.of("reports", code, year).chance(division.expected() ? usual : NOT_EXPECTED);
    }
}
