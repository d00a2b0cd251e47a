package io.huizong.intake.validation;

/** A rule about several parts of a report together, or about a part and the world. Parts with errors are missing. */
@FunctionalInterface
interface ReportRule {

    void check(Draft draft, Findings findings);
}
