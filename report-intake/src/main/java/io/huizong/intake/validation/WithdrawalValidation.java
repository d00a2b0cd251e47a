package io.huizong.intake.validation;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.huizong.contract.division.DivisionTree;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.rule.ReportRule;
import io.huizong.intake.validation.rule.ReportRules;
import io.huizong.intake.validation.shape.ExpectedRevisionMember;
import io.huizong.intake.validation.shape.JurisdictionMember;
import io.huizong.intake.validation.shape.ObjectShape;
import io.huizong.intake.validation.shape.PeriodMember;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.text.Pointer;

/**
 * Checks a withdrawal by the rules for the same parts of a report and reports all errors at once. It does not know
 * whether the report exists. Thread-safe.
 */
public final class WithdrawalValidation {

    private static final ObjectShape<ReportCandidate> PARAMETERS =
            new ObjectShape<ReportCandidate>().may("expectedRevision", ExpectedRevisionMember::readParameter);

    private final JurisdictionMember jurisdictions;
    private final PeriodMember periods = new PeriodMember();
    private final List<ReportRule> rules;

    /** @param clock says which periods have begun */
    public WithdrawalValidation(DivisionTree divisions, Clock clock) {
        this.jurisdictions = new JurisdictionMember(divisions);
        this.rules = ReportRules.aboutPlace(clock);
    }

    /**
     * The verdict on the withdrawal of a report.
     *
     * @param jurisdiction code of the report's jurisdiction, as the sender wrote it
     * @param period the report's period, as the sender wrote it
     * @param parameters query parameters by name; an unknown or repeated name is an error
     */
    public Verdict check(String jurisdiction, String period, Map<String, List<String>> parameters) {
        ReportCandidate draft = new ReportCandidate();
        Findings findings = new Findings();
        jurisdictions.read(TextNode.valueOf(jurisdiction), Pointer.ROOT.to("jurisdiction"), draft, findings);
        periods.read(TextNode.valueOf(period), Pointer.ROOT.to("period"), draft, findings);
        PARAMETERS.read(object(parameters), Pointer.ROOT, draft, findings);
        for (ReportRule rule : rules) {
            rule.check(draft, findings);
        }
        return findings.errors().isEmpty()
                ? new Verdict.Withdrawable(draft.jurisdiction, draft.period, draft.expectedRevision)
                : Verdict.Invalid.refused(draft.jurisdiction, findings.errors());
    }

    /** A repeated name becomes an array, which no parameter accepts. */
    private static ObjectNode object(Map<String, List<String>> parameters) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, values) -> {
            if (values.size() == 1) {
                object.put(name, values.get(0));
            } else {
                ArrayNode array = object.putArray(name);
                values.forEach(array::add);
            }
        });
        return object;
    }
}
