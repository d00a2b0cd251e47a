package io.huizong.intake.validation.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

import io.huizong.contract.report.Figure;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** Two or more parts should add up to their whole; one part should not be above it. Exact figures only. */
public record PartsAddUp(String whole, List<String> parts) implements ReportRule {

    public static final Rule DO_NOT = Rule.warning(
            "figure.parts_do_not_add_up",
            "各部分之和等于整体",
            "Parts add up to their whole",
            "%s 为 %s，各部分之和为 %s，两者应相等",
            "%s is %s and its parts add up to %s, expected them to be equal");

    @Override
    public void check(ReportCandidate report, Findings findings) {
        Figure total = report.figures.get(whole);
        if (total == null) {
            return;
        }
        List<Figure> given =
                parts.stream().map(report.figures::get).filter(Objects::nonNull).toList();
        if (!total.isExact() || !given.stream().allMatch(Figure::isExact)) {
            return;
        }
        BigDecimal sum = given.stream().map(Figure::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        int comparison = sum.compareTo(total.value());
        if (comparison > 0 || comparison < 0 && given.size() > 1) {
            findings.add(
                    DO_NOT,
                    Pointer.ROOT.to("figures").to(whole),
                    whole,
                    Quoted.shown(total.value()),
                    Quoted.shown(sum));
        }
    }
}
