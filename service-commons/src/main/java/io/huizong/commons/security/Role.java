package io.huizong.commons.security;

/** The groups of a token that mean something to this service. */
public final class Role {

    /** Posts reports; reads submissions and reports of its own jurisdictions. */
    public static final String SUBMITTER = "submitter";

    /** Reads everything but maintenance. */
    public static final String VIEWER = "viewer";

    /** Maintenance. */
    public static final String ADMIN = "admin";

    private Role() {}
}
