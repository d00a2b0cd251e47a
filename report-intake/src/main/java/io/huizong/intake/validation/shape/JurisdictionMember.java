package io.huizong.intake.validation.shape;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.division.DivisionTree;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The jurisdiction must be in the tree. Zeros that other registers append to its code are removed. */
public record JurisdictionMember(DivisionTree divisions) implements MemberReader<ReportCandidate> {

    public static final Rule UNKNOWN = Rule.error(
            "jurisdiction.unknown",
            "行政区划在统计用区划代码中，且不是汇总项",
            "The jurisdiction is in the division tree, which has no summary headings",
            "%s 不是已知的行政区划代码，应为统计用区划代码（2、4、6 或 9 位数字，或 CN），市辖区之类的汇总项不算",
            "%s is no known jurisdiction, expected a statistical division code of 2, 4, 6 or 9 digits, or CN; summary"
                    + " headings such as 市辖区 are none");

    @Override
    public void read(JsonNode value, Pointer at, ReportCandidate into, Findings findings) {
        if (JsonType.TEXT.isOf(value, at, findings)) {
            into.jurisdiction = divisions.find(value.textValue()).orElse(null);
            if (into.jurisdiction == null) {
                findings.add(UNKNOWN, at, Quoted.shown(value));
            }
        }
    }
}
