package io.huizong.intake.validation;

import io.huizong.contract.event.Warning;
import io.huizong.contract.report.Figure;

/**
 * One figure should not be above another.
 *
 * @param lesser code of the figure that should not be above
 * @param greater code of the other
 * @param always whether it can never be above, so that two exact figures contradict each other; else it is only unusual
 */
record NotAbove(String lesser, String greater, boolean always) implements ReportRule {

    /** A part of a whole: above it is an error where both are exact, else a warning. */
    static NotAbove part(String part, String whole) {
        return new NotAbove(part, whole, true);
    }

    /** Carry-over or joint appearances make it possible: above is a warning. */
    static NotAbove usually(String lesser, String greater) {
        return new NotAbove(lesser, greater, false);
    }

    @Override
    public void check(Draft draft, Findings findings) {
        Figure small = draft.figures.get(lesser);
        Figure large = draft.figures.get(greater);
        if (small == null || large == null || small.value().compareTo(large.value()) <= 0) {
            return;
        }
        Pointer at = Pointer.ROOT.to("figures").to(lesser);
        if (!always) {
            findings.warning(at, "figure.unusually_large", sentence("通常不超过", "usually not above", small, large));
        } else if (small.isExact() && large.isExact()) {
            findings.error(
                    at, "figure.part_above_whole", sentence("应不超过", "expected it not to be above", small, large));
        } else {
            findings.warning(
                    at, "figure.part_above_whole", sentence("应不超过", "expected it not to be above", small, large));
        }
    }

    private Warning.Detail sentence(String zh, String en, Figure small, Figure large) {
        String smallShown = Sentence.shown(small.value());
        String largeShown = Sentence.shown(large.value());
        return new Warning.Detail(
                "%s 为 %s，%s %s 的 %s".formatted(lesser, smallShown, zh, greater, largeShown),
                "%s is %s, %s the %s of %s".formatted(lesser, smallShown, en, largeShown, greater));
    }
}
