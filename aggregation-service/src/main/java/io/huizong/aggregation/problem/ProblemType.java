package io.huizong.aggregation.problem;

import java.net.URI;
import java.util.Locale;

/** The kinds of problem that callers meet. Names are stable: they are the ends of the {@code type} URNs. */
public enum ProblemType {
    /** A parameter that cannot be understood. */
    WRONG_PARAMETER(400, "Wrong parameter"),
    /** No valid token. */
    UNAUTHENTICATED(401, "No valid token"),
    /** A token that does not permit the request. */
    FORBIDDEN(403, "The token does not permit this"),
    /** A jurisdiction that is not in the tree. */
    UNKNOWN_JURISDICTION(404, "No such jurisdiction"),
    /** A submission that is not known, or not known yet. */
    UNKNOWN_SUBMISSION(404, "No such submission"),
    /** A place that has no current report. */
    UNKNOWN_REPORT(404, "No such report"),
    /** A record that is not among the dead letters. */
    UNKNOWN_DEAD_LETTER(404, "No such dead letter"),
    /** A path that leads nowhere. */
    NOT_FOUND(404, "No such path"),
    /** A method that the path does not support. */
    METHOD_NOT_ALLOWED(405, "The path does not support this method"),
    /** No answer of a type that the caller accepts. */
    NOT_ACCEPTABLE(406, "No answer of an accepted type"),
    /** A dead letter that still cannot be applied. */
    STILL_DEAD(409, "Still not applicable"),
    /** A rebuild while another is not finished. */
    REBUILD_UNDER_WAY(409, "A rebuild is under way"),
    /** An error of the service. */
    FAILED(500, "An error of ours");

    private final int status;
    private final String title;
    private final URI urn =
            URI.create("urn:huizong:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    URI urn() {
        return urn;
    }
}
