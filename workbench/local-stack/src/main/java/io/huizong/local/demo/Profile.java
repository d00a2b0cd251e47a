package io.huizong.local.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.huizong.local.count.Indicator;
import io.huizong.local.count.Indicator.Kind;

/**
 * How the figures of an indicator come about: a row of figures.csv.
 *
 * @param per what it depends on
 * @param of the indicators that it is a part or the sum of
 * @param share how many percent of that other indicator it is, if a part
 * @param means what an organ of each level contributes, by itself or for each ten thousand people of its area
 * @param trend percent by which it grows each year; of a part above one half, by which the rest does
 * @param spread standard deviation, in percent, between places
 * @param give in how many percent of the reports it stands
 * @param rounded how many percent of the figures are round ones
 * @param together the indicators that have this in common stand in the same reports
 */
record Profile(
        String code,
        Kind kind,
        Per per,
        List<String> of,
        double share,
        Map<DemoLevel, Double> means,
        double trend,
        double spread,
        double give,
        double rounded,
        String together) {

    /** What a figure depends on. */
    enum Per {
        ORGAN,
        PEOPLE,
        OF,
        SUM
    }

    static List<Profile> all(Map<String, Indicator> catalog) throws IOException {
        List<Profile> profiles = new ArrayList<>();
        for (Map<String, String> row : Csv.resource("figures.csv")) {
            profiles.add(of(row, catalog.get(row.get("code")).kind()));
        }
        return List.copyOf(profiles);
    }

    private static Profile of(Map<String, String> row, Kind kind) {
        Map<DemoLevel, Double> means = new EnumMap<>(DemoLevel.class);
        for (DemoLevel level : DemoLevel.values()) {
            means.put(level, number(row, level.name().toLowerCase(Locale.ROOT)));
        }
        String code = row.get("code");
        return new Profile(
                code,
                kind,
                Per.valueOf(row.get("per").toUpperCase(Locale.ROOT)),
                Arrays.asList(row.get("of").split("\\+")),
                number(row, "share") / 100,
                means,
                number(row, "trend") / 100,
                number(row, "spread") / 100,
                number(row, "give"),
                number(row, "rounded"),
                row.get("together").isEmpty() ? code : row.get("together"));
    }

    private static double number(Map<String, String> row, String column) {
        String cell = row.get(column);
        return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    }
}
