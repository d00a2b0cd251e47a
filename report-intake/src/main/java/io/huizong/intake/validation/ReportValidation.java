package io.huizong.intake.validation;

import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Scope;

/**
 * Checks one request against everything a report must be, and says all that is wrong with it at once. The same for
 * every transport. Thread-safe.
 */
public final class ReportValidation {

    /** The longest request: 256 KiB. */
    public static final int MOST_BYTES = 256 * 1024;

    static final Rule TOO_LARGE = Rule.error(
            "report.too_large",
            "一份报告不超过 " + MOST_BYTES + " 字节（256 KiB）",
            "A report has at most " + MOST_BYTES + " bytes (256 KiB)",
            "报告超过 " + MOST_BYTES + " 字节，应不超过此数",
            "The report has more than " + MOST_BYTES + " bytes, expected at most that");

    static final Rule UNKNOWN_SCOPE = Rule.error(
            "scope.unknown",
            "scope 为 WHOLE_AREA 或 OWN_LEVEL",
            "scope is WHOLE_AREA or OWN_LEVEL",
            "没有范围 %s，应为 %s 之一",
            "There is no scope %s, expected one of %s");

    private static final Choice<Scope> SCOPE = new Choice<>(Scope.class, UNKNOWN_SCOPE);

    private final ObjectShape<Draft> shape;
    private final List<ReportRule> rules;
    private final Columns columns;

    /** @param clock says which periods have begun */
    public ReportValidation(DivisionTree divisions, IndicatorCatalog catalog, Clock clock) {
        this.rules = ReportRules.all(catalog, clock);
        this.columns = new Columns(catalog);
        this.shape = new ObjectShape<Draft>()
                .must("jurisdiction", new JurisdictionMember(divisions))
                .must("period", new PeriodMember())
                .may("scope", (value, at, into, findings) -> SCOPE.read(value, at, findings)
                        .ifPresent(scope -> into.scope = scope))
                .may("expectedRevision", new ExpectedRevisionMember())
                .must("figures", new FiguresMember(catalog))
                .may("statedRates", new StatedRatesMember(catalog))
                .may("additionalFigures", new AdditionalFiguresMember())
                .may("source", new SourceMember())
                .may("remarks", (value, at, into, findings) -> Text.read(value, at, findings)
                        .ifPresent(remarks -> into.remarks = remarks));
    }

    /** The verdict on a request of these bytes. */
    public Verdict check(byte[] request) {
        if (request.length > MOST_BYTES) {
            return tooLarge();
        }
        JsonText.Reading reading = JsonText.read(request);
        return reading instanceof JsonText.Reading.Found found
                ? check(found.object())
                : ((JsonText.Reading.Failed) reading).verdict();
    }

    static Verdict tooLarge() {
        return new Verdict.TooLarge(TOO_LARGE.brokenAt(Pointer.ROOT));
    }

    /** A check of reports that come as rows of CSV in that charset, the columns' names first. */
    public ReportTable table(Charset charset) {
        return new ReportTable(this, columns, charset);
    }

    Verdict check(ObjectNode request) {
        Draft draft = new Draft();
        Findings findings = new Findings();
        shape.read(request, Pointer.ROOT, draft, findings);
        for (ReportRule rule : rules) {
            rule.check(draft, findings);
        }
        return findings.violations().isEmpty()
                ? new Verdict.Valid(draft.report(), draft.jurisdiction, draft.expectedRevision, findings.warnings())
                : new Verdict.Refused(draft.jurisdiction, findings.violations());
    }
}
