package io.huizong.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huizong.local.count.Indicator;
import io.huizong.local.demo.Profile.Per;

/** Which figures stand in a report, and how: rounded, as a rate, or wrong. */
final class Telling {

    private static final double YEARS_WITHOUT = 6;
    private static final int TOO_SMALL = 35;

    private final List<Profile> profiles;
    private final List<Indicator> rates;
    private final List<String> unrelated;

    Telling(List<Profile> profiles, List<Indicator> rates) {
        this.profiles = profiles;
        this.rates = rates;
        Set<String> related = Stream.concat(
                        profiles.stream().flatMap(profile -> profile.of().stream()),
                        rates.stream().flatMap(rate -> rate.operands().stream()))
                .collect(Collectors.toSet());
        this.unrelated = profiles.stream()
                .filter(profile -> profile.per() == Per.ORGAN || profile.per() == Per.PEOPLE)
                .map(Profile::code)
                .filter(code -> !related.contains(code))
                .toList();
    }

    /** @param ownLevel whether the report is about the division's own organs only */
    Draft tell(Happenings happenings, Division division, boolean ownLevel, Habits habits) {
        int year = happenings.year();
        String code = division.code();
        Map<String, Long> happened = ownLevel ? happenings.own(code) : happenings.area(code);
        Draft draft = new Draft();
        Draw draw = Draw.of("telling", division.code(), year);
        if (draw.chance(habits.empty())) {
            return draft;
        }
        for (Profile profile : profiles) {
            if (gives(profile, division, year, ownLevel)) {
                draft.figures.put(profile.code(), figure(happened.get(profile.code()), profile, division, year));
            }
        }
        rates.forEach(rate -> tell(rate, draft, Draw.of("rate", division.code(), rate.code(), year)));
        if (draw.chance(habits.tooSmall())) {
            tellTooLittle(draft, draw);
        }
        if (draw.chance(habits.slip())) {
            Slip.values()[draw.below(Slip.values().length)].happenTo(draft);
        }
        return draft;
    }

    // Whoever gives a figure gives it again in most of the other years.
    private static boolean gives(Profile profile, Division division, int year, boolean ownLevel) {
        return isOf(profile, division, ownLevel)
                && Draw.of("gives", division.code(), profile.together()).chance(profile.give())
                && !Draw.of("gives", division.code(), profile.together(), year).chance(YEARS_WITHOUT);
    }

    // Nobody writes about what the own organs do not do, unless somebody in the area does.
    private static boolean isOf(Profile profile, Division division, boolean ownLevel) {
        boolean countedHere = profile.per() == Per.ORGAN || profile.per() == Per.PEOPLE;
        boolean othersMay = division.level() != DemoLevel.TOWNSHIP && !ownLevel;
        return othersMay || !countedHere || profile.means().get(division.level()) > 0;
    }

    private static DemoFigure figure(long value, Profile profile, Division division, int year) {
        DemoFigure exact = DemoFigure.exact(value, profile.kind());
        Draw draw = Draw.of("rounded", division.code(), profile.code(), year);
        return draw.chance(profile.rounded()) ? exact.rounded(draw.chance(60)) : exact;
    }

    // Both counts by themselves, mostly; else with the rate stated, without its numerator, or as a mere percentage.
    private static void tell(Indicator rate, Draft draft, Draw draw) {
        String numerator = rate.operands().get(0);
        String denominator = rate.operands().get(1);
        double way = draw.fraction();
        if (way > 0.65) {
            draft.state(rate.code(), numerator, denominator);
        }
        if (way > 0.8 && draft.statedRates.containsKey(rate.code())) {
            draft.figures.remove(numerator);
        }
        if (way > 0.94 && draft.statedRates.containsKey(rate.code())) {
            draft.figures.remove(denominator);
        }
    }

    // As when the figures of the own organs are taken for those of the area.
    private void tellTooLittle(Draft draft, Draw draw) {
        for (String code : unrelated) {
            if (draw.chance(10)) {
                draft.figures.computeIfPresent(code, (indicator, figure) -> figure.percent(TOO_SMALL));
            }
        }
    }
}
