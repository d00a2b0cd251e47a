package io.huizong.intake.submission;

import java.util.List;
import java.util.function.Function;

import io.huizong.commons.problem.CommonProblem;
import io.huizong.commons.problem.Language;
import io.huizong.commons.problem.Problem;
import io.huizong.commons.problem.ProblemType;
import io.huizong.commons.security.JurisdictionClaim;
import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.event.ReportEvent;
import io.huizong.intake.problem.IntakeProblem;
import io.huizong.intake.validation.Verdict;

/** The result of a submission. A new case compiles only when it says what the sender is answered. */
public sealed interface Outcome {

    /** The answer to this case. */
    <T> T fold(Function<Accepted, T> accepted, Function<Checked, T> checked, Function<Failure, T> failure);

    /** The brokers have it. */
    record Accepted(ReportEvent event) implements Outcome {

        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Checked, T> checked, Function<Failure, T> failure) {
            return accepted.apply(this);
        }
    }

    /** It keeps the rules, and was sent to be checked only. */
    record Checked(Verdict.Valid report) implements Outcome {

        @Override
        public <T> T fold(Function<Accepted, T> accepted, Function<Checked, T> checked, Function<Failure, T> failure) {
            return checked.apply(this);
        }
    }

    /** It was not accepted, or it is unknown whether it was. */
    sealed interface Failure extends Outcome {

        /** The kind of problem that the sender is answered. */
        ProblemType type();

        /** What is wrong, and what to do. */
        Bilingual detail();

        /** The rules that it breaks. */
        default List<Finding> findings() {
            return List.of();
        }

        /** The problem in that language. */
        default Problem problem(Language language) {
            Problem problem = Problem.of(type(), language, detail());
            return findings().isEmpty() ? problem : problem.withErrors(findings(), language);
        }

        @Override
        default <T> T fold(Function<Accepted, T> accepted, Function<Checked, T> checked, Function<Failure, T> failure) {
            return failure.apply(this);
        }
    }

    /** It cannot be read, is too large or breaks rules. */
    record Invalid(Verdict.Fault fault, List<Finding> findings) implements Failure {

        @Override
        public ProblemType type() {
            return switch (fault) {
                case UNREADABLE -> CommonProblem.UNREADABLE;
                case TOO_LARGE -> CommonProblem.TOO_LARGE;
                case REFUSED -> IntakeProblem.REFUSED;
            };
        }

        @Override
        public Bilingual detail() {
            return fault == Verdict.Fault.REFUSED
                    ? new Bilingual(
                            "有 %d 处问题，见 errors".formatted(findings.size()),
                            "Problems found: %d, listed in errors".formatted(findings.size()))
                    : findings.get(0).detail();
        }
    }

    /** Its sender may not write for its jurisdiction. */
    record OutsideJurisdictions(Jurisdiction jurisdiction, JurisdictionClaim allowed) implements Failure {

        @Override
        public ProblemType type() {
            return IntakeProblem.OUTSIDE_JURISDICTIONS;
        }

        @Override
        public Bilingual detail() {
            return new Bilingual(
                    "报告属于 %s，应为令牌所列者或其下级：%s".formatted(jurisdiction, allowed),
                    "The report is of %s, expected one of those that the token names, or below: %s"
                            .formatted(jurisdiction, allowed));
        }
    }

    /** It was sent to the brokers, and it is unknown whether they have it. */
    record Unconfirmed(ReportEvent event) implements Failure {

        @Override
        public ProblemType type() {
            return IntakeProblem.UNCONFIRMED;
        }

        @Override
        public Bilingual detail() {
            boolean hasKey = event.origin().idempotencyKey() != null;
            return new Bilingual(
                    "提交 %s 已发往 Kafka 但未及时得到确认，是否已入库未知：%s"
                            .formatted(event.submissionId(), hasKey ? "以同一 Idempotency-Key 重试只计一次" : "请先查询其结果，再决定是否重试"),
                    "Submission %s was sent to Kafka and not acknowledged in time; whether it was stored is unknown: %s"
                            .formatted(
                                    event.submissionId(),
                                    hasKey
                                            ? "a retry under the same Idempotency-Key counts once"
                                            : "look it up before you try again"));
        }

        @Override
        public Problem problem(Language language) {
            return Failure.super.problem(language).withSubmission(event.submissionId());
        }
    }

    /** It was not sent to the brokers: the same submission may be accepted later, and counts once. */
    enum Unpublished implements Failure {
        /** The topic is not available. */
        NOT_PUBLISHED(
                CommonProblem.UNAVAILABLE,
                "Kafka 主题尚不可用，此次提交未发布：请稍后重试",
                "The topic is not available and nothing was published: try again later"),
        /** Too many others are in flight. */
        TOO_MANY_REQUESTS(
                CommonProblem.TOO_MANY_REQUESTS,
                "在途的提交过多，此次提交未发布：请稍后重试",
                "Too many submissions are in flight and nothing was published: try again later"),
        /** The service failed. */
        FAILED(CommonProblem.FAILED, "请稍后再试", "Try again later");

        private final ProblemType type;
        private final Bilingual detail;

        Unpublished(ProblemType type, String zh, String en) {
            this.type = type;
            this.detail = new Bilingual(zh, en);
        }

        @Override
        public ProblemType type() {
            return type;
        }

        @Override
        public Bilingual detail() {
            return detail;
        }
    }
}
