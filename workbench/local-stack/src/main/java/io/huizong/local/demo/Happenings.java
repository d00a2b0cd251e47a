package io.huizong.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huizong.local.count.Indicator.Kind;
import io.huizong.local.demo.Profile.Per;

/**
 * What happened in a province in one year, told by nobody yet: an area has what its own organs did and what happened in
 * the areas below. Whole numbers; amounts in hundredths.
 */
final class Happenings {

    private final List<Profile> profiles;
    private final People people;
    private final int year;
    private final Map<String, Map<String, Long>> own = new HashMap<>();
    private final Map<String, Map<String, Long>> area = new HashMap<>();

    Happenings(Province province, List<Profile> profiles, People people, int year) {
        this.profiles = profiles;
        this.people = people;
        this.year = year;
        List<Division> divisions = province.divisions();
        for (int i = divisions.size() - 1; i >= 0; i--) {
            Division division = divisions.get(i);
            if (division.existsIn(year)) {
                own.put(division.code(), own(division));
                add(division);
            }
        }
    }

    int year() {
        return year;
    }

    /** By indicator, what the organs of a division did themselves. */
    Map<String, Long> own(String code) {
        return own.get(code);
    }

    /** By indicator, what happened in the whole area; what is never summed is the division's own. */
    Map<String, Long> area(String code) {
        return area.get(code);
    }

    // Those below came before, so that what they add is there already.
    private void add(Division division) {
        Map<String, Long> all = area.computeIfAbsent(division.code(), code -> new HashMap<>());
        Map<String, Long> above = area.computeIfAbsent(division.parent(), code -> new HashMap<>());
        own.get(division.code()).forEach((indicator, value) -> all.merge(indicator, value, Long::sum));
        for (Profile profile : profiles) {
            if (profile.kind() != Kind.LOCAL) {
                above.merge(profile.code(), all.get(profile.code()), Long::sum);
            }
        }
    }

    private Map<String, Long> own(Division division) {
        Map<String, Long> values = new HashMap<>();
        for (Profile profile : profiles) {
            values.put(profile.code(), value(division, profile, values));
        }
        return values;
    }

    private long value(Division division, Profile profile, Map<String, Long> values) {
        return switch (profile.per()) {
            case SUM -> profile.of().stream().mapToLong(values::get).sum();
            case OF -> part(division, profile, values.get(profile.of().get(0)));
            case ORGAN, PEOPLE -> quantity(division, profile);
        };
    }

    private long quantity(Division division, Profile profile) {
        double mean = profile.means().get(division.level()) * factor(division, profile);
        double size = profile.per() == Per.PEOPLE ? people.in(division) : division.expected() ? 1 : 0.2;
        double unit = profile.kind() == Kind.AMOUNT ? 100 : 1;
        return draw("whole", division, profile).whole(mean * size * unit);
    }

    private long part(Division division, Profile profile, long whole) {
        boolean most = profile.share() > 0.5;
        double share = (most ? 1 - profile.share() : profile.share()) * factor(division, profile);
        long part = draw("part", division, profile).whole(whole * Math.min(1, share));
        return most ? whole - Math.min(whole, part) : Math.min(whole, part);
    }

    private double factor(Division division, Profile profile) {
        double around = Draw.of("place", division.parent(), profile.code()).gaussian();
        double here = Draw.of("place", division.code(), profile.code()).gaussian();
        double now = profile.kind() == Kind.STOCK
                ? 0
                : Draw.of("year", division.code(), profile.code(), year).gaussian();
        double deviation = 0.6 * around + 0.7 * here + 0.3 * now;
        double growth = StrictMath.pow(1 + profile.trend(), year - Demo.FIRST_YEAR);
        // The second term keeps the mean of the spread-out values where it was.
        return growth * StrictMath.exp(profile.spread() * deviation - profile.spread() * profile.spread() * 0.47);
    }

    // A stock changes from year to year only by its trend.
    private Draw draw(String what, Division division, Profile profile) {
        return profile.kind() == Kind.STOCK
                ? Draw.of(what, division.code(), profile.code())
                : Draw.of(what, division.code(), profile.code(), year);
    }
}
