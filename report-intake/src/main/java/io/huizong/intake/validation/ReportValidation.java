package io.huizong.intake.validation;

import java.nio.charset.Charset;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Scope;
import io.huizong.intake.validation.csv.CsvColumns;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.rule.ReportRule;
import io.huizong.intake.validation.rule.ReportRules;
import io.huizong.intake.validation.shape.AdditionalFiguresMember;
import io.huizong.intake.validation.shape.FiguresMember;
import io.huizong.intake.validation.shape.ObjectShape;
import io.huizong.intake.validation.shape.ReportCandidate;
import io.huizong.intake.validation.shape.ReportKeyMembers;
import io.huizong.intake.validation.shape.SourceMember;
import io.huizong.intake.validation.shape.StatedRatesMember;
import io.huizong.intake.validation.shape.Texts;
import io.huizong.intake.validation.text.Pointer;

/**
 * Checks one request against all rules and reports all errors at once: a report, or a withdrawal, which has some of a report's
 * parts. The same for every transport. Thread-safe.
 */
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

    private static final ObjectShape<ReportCandidate> WITHDRAWAL_PARAMETERS =
            new ObjectShape<ReportCandidate>().may("expectedRevision", ReportKeyMembers::readRevisionParameter);

    private final ReportKeyMembers keys;
    private final ObjectShape<ReportCandidate> shape;
    private final List<ReportRule> rules;
    private final List<ReportRule> withdrawalRules;
    private final CsvColumns columns;

    /** @param clock says which periods have begun */
    public ReportValidation(DivisionTree divisions, IndicatorCatalog catalog, Clock clock) {
        this.keys = new ReportKeyMembers(divisions);
        this.rules = ReportRules.all(catalog, clock);
        this.withdrawalRules = ReportRules.aboutPlace(clock);
        this.columns = new CsvColumns(catalog);
        this.shape = new ObjectShape<ReportCandidate>()
                .must("jurisdiction", keys::readJurisdiction)
                .must("period", ReportKeyMembers::readPeriod)
                .may("scope", (value, at, into, findings) -> Texts.word(Scope.class, UNKNOWN_SCOPE, value, at, findings)
                        .ifPresent(scope -> into.scope = scope))
                .may("expectedRevision", ReportKeyMembers::readRevision)
                .must("figures", new FiguresMember(catalog))
                .may("statedRates", new StatedRatesMember(catalog))
                .may("additionalFigures", new AdditionalFiguresMember())
                .may("source", new SourceMember())
                .may("remarks", Texts.into((report, remarks) -> report.remarks = remarks));
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
        return verdict(
                draft,
                rules,
                findings,
                () -> new Verdict.Valid(
                        draft.report(), draft.jurisdiction, draft.expectedRevision, findings.warnings()));
    }

    /**
     * The verdict on the withdrawal of a report, which need not exist.
     *
     * @param jurisdiction code of the report's jurisdiction, as the sender wrote it
     * @param period the report's period, as the sender wrote it
     * @param parameters query parameters by name; an unknown or repeated name is an error
     */
    public Verdict checkWithdrawal(String jurisdiction, String period, Map<String, List<String>> parameters) {
        ReportCandidate draft = new ReportCandidate();
        Findings findings = new Findings();
        keys.readJurisdiction(TextNode.valueOf(jurisdiction), Pointer.ROOT.to("jurisdiction"), draft, findings);
        ReportKeyMembers.readPeriod(TextNode.valueOf(period), Pointer.ROOT.to("period"), draft, findings);
        WITHDRAWAL_PARAMETERS.read(object(parameters), Pointer.ROOT, draft, findings);
        return verdict(
                draft,
                withdrawalRules,
                findings,
                () -> new Verdict.Withdrawable(draft.jurisdiction, draft.period, draft.expectedRevision));
    }

    private static Verdict verdict(
            ReportCandidate draft, List<ReportRule> rules, Findings findings, Supplier<Verdict> acceptable) {
        rules.forEach(rule -> rule.check(draft, findings));
        return findings.errors().isEmpty()
                ? acceptable.get()
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
