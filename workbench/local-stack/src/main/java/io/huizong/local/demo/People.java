package io.huizong.local.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How large the divisions are. Those of the prefectures are the people that people.csv roughly gives; what each part of
 * a prefecture has of them is made up.
 */
final class People {

    private final Map<String, Double> tenThousands = new HashMap<>();

    private People() {}

    static People of(Province province) throws IOException {
        People people = new People();
        for (Map<String, String> row : Csv.resource("people.csv")) {
            people.tenThousands.put(row.get("prefecture"), Double.valueOf(row.get("people")));
        }
        people.share(province, DemoLevel.COUNTY);
        people.share(province, DemoLevel.TOWNSHIP);
        double all = province.divisions().stream()
                .filter(division -> division.level() == DemoLevel.PREFECTURE)
                .mapToDouble(people::in)
                .sum();
        people.tenThousands.put(province.divisions().get(0).code(), all);
        return people;
    }

    /** In tens of thousands. */
    double in(Division division) {
        return tenThousands.get(division.code());
    }

    private void share(Province province, DemoLevel level) {
        List<Division> divisions = province.divisions().stream()
                .filter(division -> division.level() == level)
                .toList();
        Map<String, Double> weights = new HashMap<>();
        divisions.forEach(division -> weights.merge(division.parent(), weight(division), Double::sum));
        divisions.forEach(division -> tenThousands.put(
                division.code(),
                tenThousands.get(division.parent()) * weight(division) / weights.get(division.parent())));
    }

    private static double weight(Division division) {
        double chance = StrictMath.exp(0.4 * Draw.of("people", division.code()).gaussian());
        return chance * (division.expected() ? weight(division.name()) : 0.15);
    }

    private static double weight(String name) {
        if (name.endsWith("街道")) {
            return 1.6;
        }
        return name.endsWith("镇") || name.endsWith("区") || name.endsWith("市") ? 1.3 : 0.8;
    }
}
