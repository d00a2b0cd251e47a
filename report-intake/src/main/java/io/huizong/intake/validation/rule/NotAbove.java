package io.huizong.intake.validation.rule;

import io.huizong.contract.report.Figure;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/**
 * One figure should not be above another.
 *
 * @param lesser code of the figure that should not be above
 * @param greater code of the other
 * @param always whether it can never be above: then two exact figures contradict each other; else it is only unusual
 */
public record NotAbove(String lesser, String greater, boolean always) implements ReportRule {

    private static final String PART_ZH = "%s 为 %s，应不超过 %s 的 %s";
    private static final String PART_EN = "%s is %s, expected it not to be above %s, which is %s";

    public static final Rule PART = Rule.error(
            "figure.part_above_whole",
            "部分不超过整体（两者都是确数）",
            "A part is not above its whole, where both are exact",
            PART_ZH,
            PART_EN);

    public static final Rule PERHAPS_PART = Rule.warning(
            "figure.part_perhaps_above_whole",
            "部分不超过整体（有一方不是确数）",
            "A part is not above its whole, where one of them is not exact",
            PART_ZH + "（有一方不是确数，请核对）",
            PART_EN + "; one of them is not exact");

    public static final Rule UNUSUAL = Rule.warning(
            "figure.unusually_large",
            "一项数字通常不超过另一项（结转、共同出庭等情形除外）",
            "A figure is usually not above another; carry-over or joint appearances make it possible",
            "%s 为 %s，通常不超过 %s 的 %s，请核对",
            "%s is %s, expected it not to be above %s, which is %s, unless cases were carried over or joined");

    /** A part of a whole: above it is an error where both are exact, else a warning. */
    static NotAbove part(String part, String whole) {
        return new NotAbove(part, whole, true);
    }

    /** Carry-over or joint appearances make it possible: above is a warning. */
    static NotAbove usually(String lesser, String greater) {
        return new NotAbove(lesser, greater, false);
    }

    @Override
    public void check(ReportCandidate report, Findings findings) {
        Figure small = report.figures.get(lesser);
        Figure large = report.figures.get(greater);
        if (small == null || large == null || small.value().compareTo(large.value()) <= 0) {
            return;
        }
        findings.add(
                always ? small.isExact() && large.isExact() ? PART : PERHAPS_PART : UNUSUAL,
                Pointer.ROOT.to("figures").to(lesser),
                lesser,
                Quoted.shown(small.value()),
                greater,
                Quoted.shown(large.value()));
    }
}
