package io.huizong.contract.event;

import java.util.regex.Pattern;

/** Names of the event types. A type of one version only ever gains optional fields. */
final class EventType {

    static final String SUBMITTED = "io.huizong.report.submitted.v1";
    static final String WITHDRAWN = "io.huizong.report.withdrawn.v1";

    private static final Pattern OURS = Pattern.compile("io\\.huizong\\.[a-z0-9_.-]+\\.v[1-9][0-9]*");

    private EventType() {}

    /** Whether a newer version of Huizong knows that type and this one does not. */
    static boolean isNewer(String type) {
        return type != null
                && !type.equals(SUBMITTED)
                && !type.equals(WITHDRAWN)
                && OURS.matcher(type).matches();
    }
}
