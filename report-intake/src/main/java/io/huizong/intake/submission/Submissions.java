package io.huizong.intake.submission;

import java.time.Clock;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import io.smallrye.mutiny.Uni;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.intake.publication.ReportLog;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** Takes one submission, whatever transport brought it: checks it, checks its sender, publishes it. */
@ApplicationScoped
class Submissions {

    private final ReportValidation validation;
    private final DivisionTree divisions;
    private final ReportLog log;
    private final Clock clock;
    private final NoArgGenerator submissionIds = Generators.timeBasedEpochGenerator();

    Submissions(ReportValidation validation, DivisionTree divisions, ReportLog log, Clock clock) {
        this.validation = validation;
        this.divisions = divisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Submits a report as JSON. A sender who may not write for the jurisdiction learns nothing about the report's
     * rules.
     */
    Uni<Outcome> submit(byte[] report, Sender sender) {
        Verdict verdict = validation.check(report);
        if (verdict instanceof Verdict.Valid valid) {
            return sender.mayWriteFor(valid.jurisdiction(), divisions)
                    ? publish(valid, sender)
                    : now(new Outcome.Outside(valid.jurisdiction(), sender));
        }
        if (verdict instanceof Verdict.Refused refused) {
            Jurisdiction named = refused.jurisdiction();
            return named == null || sender.mayWriteFor(named, divisions)
                    ? now(new Outcome.Refused(refused.violations()))
                    : now(new Outcome.Outside(named, sender));
        }
        return verdict instanceof Verdict.Unreadable unreadable
                ? now(new Outcome.Unreadable(unreadable.violation()))
                : now(new Outcome.TooLarge());
    }

    private Uni<Outcome> publish(Verdict.Valid valid, Sender sender) {
        ReportSubmitted event = new ReportSubmitted(
                submissionIds.generate(),
                Instant.now(clock),
                valid.report(),
                Origin.of(sender.client()),
                valid.expectedRevision(),
                valid.warnings());
        return log.publish(event).map(publication -> switch (publication) {
            case ACKNOWLEDGED -> new Outcome.Accepted(event);
            case UNCONFIRMED -> new Outcome.Unconfirmed(event.submissionId());
            case NOT_PUBLISHED -> new Outcome.NotPublished();
        });
    }

    private static Uni<Outcome> now(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
