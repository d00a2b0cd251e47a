package io.huizong.contract.event;

/** Names of the event types. A type of one version only ever gains optional fields. */
final class EventType {

    static final String SUBMITTED = "io.huizong.report.submitted.v1";
    static final String WITHDRAWN = "io.huizong.report.withdrawn.v1";

    private EventType() {}
}
