package io.huizong.intake.validation;

import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Scope;
import io.huizong.intake.validation.csv.CsvColumns;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.rule.ReportRule;
import io.huizong.intake.validation.rule.ReportRules;
import io.huizong.intake.validation.shape.AdditionalFiguresMember;
import io.huizong.intake.validation.shape.Choice;
import io.huizong.intake.validation.shape.ExpectedRevisionMember;
import io.huizong.intake.validation.shape.FiguresMember;
import io.huizong.intake.validation.shape.FreeText;
import io.huizong.intake.validation.shape.JurisdictionMember;
import io.huizong.intake.validation.shape.ObjectShape;
import io.huizong.intake.validation.shape.PeriodMember;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.shape.SourceMember;
import io.huizong.intake.validation.shape.StatedRatesMember;
import io.huizong.intake.validation.text.Pointer;

/** Checks one request against all rules and reports all errors at once. The same for every transport. Thread-safe. */
public final class ReportValidation {

    /** The longest request: 256 KiB. */
    public static final int MAX_BYTES = 256 * 1024;

    static final Rule TOO_LARGE = Rule.error(
            "report.too_large",
            "一份报告不超过 " + MAX_BYTES + " 字节（256 KiB）",
            "A report has at most " + MAX_BYTES + " bytes (256 KiB)",
            "报告超过 " + MAX_BYTES + " 字节，应不超过此数",
            "The report has more than " + MAX_BYTES + " bytes, expected at most that");

    static final Rule UNKNOWN_SCOPE = Rule.error(
            "scope.unknown",
            "scope 为 WHOLE_AREA 或 OWN_LEVEL",
            "scope is WHOLE_AREA or OWN_LEVEL",
            "没有范围 %s，应为 %s 之一",
            "There is no scope %s, expected one of %s");

    private static final Choice<Scope> SCOPE = new Choice<>(Scope.class, UNKNOWN_SCOPE);

    private final ObjectShape<ReportCandidate> shape;
    private final List<ReportRule> rules;
    private final CsvColumns columns;

    /** @param clock says which periods have begun */
    public ReportValidation(DivisionTree divisions, IndicatorCatalog catalog, Clock clock) {
        this.rules = ReportRules.all(catalog, clock);
        this.columns = new CsvColumns(catalog);
        this.shape = new ObjectShape<ReportCandidate>()
                .must("jurisdiction", new JurisdictionMember(divisions))
                .must("period", new PeriodMember())
                .may("scope", (value, at, into, findings) -> SCOPE.read(value, at, findings)
                        .ifPresent(scope -> into.scope = scope))
                .may("expectedRevision", new ExpectedRevisionMember())
                .must("figures", new FiguresMember(catalog))
                .may("statedRates", new StatedRatesMember(catalog))
                .may("additionalFigures", new AdditionalFiguresMember())
                .may("source", new SourceMember())
                .may("remarks", FreeText.into((report, remarks) -> report.remarks = remarks));
    }

    /** The verdict on a request of these bytes. */
    public Verdict check(byte[] request) {
        if (request.length > MAX_BYTES) {
            return tooLarge();
        }
        return JsonText.read(request, this::check);
    }

    static Verdict tooLarge() {
        return new Verdict.Invalid(Verdict.Fault.TOO_LARGE, null, List.of(TOO_LARGE.brokenAt(Pointer.ROOT)));
    }

    /** Checks reports as rows of CSV in that charset; the first row names the columns. */
    public ReportTable table(Charset charset) {
        return new ReportTable(this, columns, charset);
    }

    Verdict check(ObjectNode request) {
        ReportCandidate draft = new ReportCandidate();
        Findings findings = new Findings();
        shape.read(request, Pointer.ROOT, draft, findings);
        for (ReportRule rule : rules) {
            rule.check(draft, findings);
        }
        return findings.errors().isEmpty()
                ? new Verdict.Valid(draft.report(), draft.jurisdiction, draft.expectedRevision, findings.warnings())
                : Verdict.Invalid.refused(draft.jurisdiction, findings.errors());
    }
}
