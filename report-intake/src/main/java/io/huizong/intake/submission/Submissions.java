package io.huizong.intake.submission;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.intake.publication.ReportPublisher;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** Handles one submission of any transport: checks it, checks its sender, publishes it. */
@Startup // Reading the division tree takes time that the first sender should not wait.
@ApplicationScoped
public class Submissions {

    private final ReportValidation reports;
    private final DivisionTree divisions;
    private final ReportPublisher publisher;
    private final SubmissionMetrics meters;
    private final Clock clock;
    private final SubmissionIds ids = new SubmissionIds();

    Submissions(
            DivisionTree divisions,
            IndicatorCatalog catalog,
            ReportPublisher publisher,
            SubmissionMetrics meters,
            Clock clock) {
        this.reports = new ReportValidation(divisions, catalog, clock);
        this.divisions = divisions;
        this.publisher = publisher;
        this.meters = meters;
        this.clock = clock;
    }

    /** What checks the reports, for those who read them from other forms than one JSON. */
    public ReportValidation reports() {
        return reports;
    }

    /** Submits a report as JSON. */
    public CompletionStage<Outcome> submit(byte[] report, Sender sender) {
        return submit(reports.check(report), sender);
    }

    /** Withdraws the report of a jurisdiction for a period, each part as the sender wrote it. */
    public CompletionStage<Outcome> withdraw(
            String jurisdiction, String period, Map<String, List<String>> parameters, Sender sender) {
        return submit(reports.checkWithdrawal(jurisdiction, period, parameters), sender);
    }

    /** Checks a report as JSON and publishes nothing. */
    public CompletionStage<Outcome> check(byte[] report, Sender sender) {
        Verdict verdict = reports.check(report);
        return CompletableFuture.completedStage(
                verdict instanceof Verdict.Valid valid && mayWrite(sender, valid)
                        ? new Outcome.Checked(valid)
                        : refusal(verdict, sender));
    }

    /** Submits what was checked. */
    public CompletionStage<Outcome> submit(Verdict verdict, Sender sender) {
        CompletionStage<Outcome> outcome;
        try {
            outcome = verdict instanceof Verdict.Acceptable acceptable && mayWrite(sender, acceptable)
                    ? publish(acceptable, sender)
                    : CompletableFuture.completedStage(refusal(verdict, sender));
        } catch (RuntimeException e) {
            meters.count(Outcome.Unpublished.FAILED);
            throw e;
        }
        return outcome.whenComplete((known, never) -> meters.count(known));
    }

    private boolean mayWrite(Sender sender, Verdict.Acceptable acceptable) {
        return sender.jurisdictions().covers(acceptable.jurisdiction(), divisions);
    }

    /** The outcome where nothing is published. A sender that may not write for the jurisdiction learns nothing of the rules. */
    public Outcome refusal(Verdict verdict, Sender sender) {
        if (verdict instanceof Verdict.Acceptable acceptable) {
            return new Outcome.OutsideJurisdictions(acceptable.jurisdiction(), sender.jurisdictions());
        }
        Verdict.Invalid invalid = (Verdict.Invalid) verdict;
        Jurisdiction named = invalid.jurisdiction();
        return named == null || sender.jurisdictions().covers(named, divisions)
                ? new Outcome.Invalid(invalid.fault(), invalid.findings())
                : new Outcome.OutsideJurisdictions(named, sender.jurisdictions());
    }

    private CompletionStage<Outcome> publish(Verdict.Acceptable acceptable, Sender sender) {
        ReportEvent event =
                acceptable.event(ids.idOf(acceptable, sender.origin()), Instant.now(clock), sender.origin());
        return publisher.publish(event).thenApply(result -> switch (result) {
            case ACKNOWLEDGED -> new Outcome.Accepted(event);
            case UNCONFIRMED -> new Outcome.Unconfirmed(event);
            case NOT_PUBLISHED -> Outcome.Unpublished.NOT_PUBLISHED;
            case TOO_MANY_IN_FLIGHT -> Outcome.Unpublished.TOO_MANY_REQUESTS;
        });
    }
}
