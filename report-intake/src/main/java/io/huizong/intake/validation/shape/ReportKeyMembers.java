package io.huizong.intake.validation.shape;

import java.math.BigDecimal;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.report.Period;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The members that say which report is meant: its jurisdiction, its period and its revision. */
public record ReportKeyMembers(DivisionTree divisions) {

    private static final int MAX_REVISION = Integer.MAX_VALUE;

    public static final Rule UNKNOWN_JURISDICTION = Rule.error(
            "jurisdiction.unknown",
            "行政区划在统计用区划代码中，且不是汇总项",
            "The jurisdiction is in the division tree, which has no summary headings",
            "%s 不是已知的行政区划代码，应为统计用区划代码（2、4、6 或 9 位数字，或 CN），市辖区之类的汇总项不算",
            "%s is no known jurisdiction, expected a statistical division code of 2, 4, 6 or 9 digits, or CN; summary"
                    + " headings such as 市辖区 are none");

    public static final Rule MALFORMED_PERIOD = Rule.error(
            "period.malformed",
            "报告期写作 2023、2023-H1、2023-Q4 或 2023-11，不早于 1949 年",
            "The period is written as 2023, 2023-H1, 2023-Q4 or 2023-11, from 1949 on",
            "%s 不是报告期，应为 1949 年以后的年份如 2023，或 2023-H1、2023-Q4、2023-11",
            "%s is no period, expected a year from 1949 such as 2023, or 2023-H1, 2023-Q4, 2023-11");

    public static final Rule REVISION_OUT_OF_RANGE = Rule.error(
            "expected_revision.out_of_range",
            "expectedRevision 为 0 至 " + MAX_REVISION + " 的整数",
            "expectedRevision is a whole number from 0 to " + MAX_REVISION,
            "%s 不是修订号，应为 0（尚无报告）至 " + MAX_REVISION + " 的整数",
            "%s is no revision, expected a whole number from 0 (none yet) to " + MAX_REVISION);

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,10}");

    /** The jurisdiction must be in the tree. Zeros that other registers append to its code are removed. */
    public void readJurisdiction(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (JsonType.TEXT.isOf(value, at, findings)) {
            into.jurisdiction = divisions.find(value.textValue()).orElse(null);
            if (into.jurisdiction == null) {
                findings.add(UNKNOWN_JURISDICTION, at, Quoted.shown(value));
            }
        }
    }

    /** The period must have one of the four forms. */
    public static void readPeriod(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        try {
            into.period = Period.parse(value.textValue());
        } catch (IllegalArgumentException e) {
            findings.add(MALFORMED_PERIOD, at, Quoted.shown(value));
        }
    }

    /** The revision that a sender expects must be a whole number from 0. */
    public static void readRevision(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.NUMBER.isOf(value, at, findings)) {
            return;
        }
        BigDecimal number = value.decimalValue();
        if (number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(MAX_REVISION)) > 0
                || Numbers.decimals(number) > 0) {
            findings.add(REVISION_OUT_OF_RANGE, at, Quoted.shown(number));
        } else {
            into.expectedRevision = number.intValueExact();
        }
    }

    /** The same where it stands in an address, as text. */
    public static void readRevisionParameter(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (!JsonType.TEXT.isOf(value, at, findings)) {
            return;
        }
        String text = value.textValue();
        if (WHOLE.matcher(text).matches() && Long.parseLong(text) <= MAX_REVISION) {
            into.expectedRevision = Integer.valueOf(text);
        } else {
            findings.add(REVISION_OUT_OF_RANGE, at, Quoted.shown(text));
        }
    }
}
