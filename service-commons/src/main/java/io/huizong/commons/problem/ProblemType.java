package io.huizong.commons.problem;

import java.net.URI;
import java.util.Locale;

import io.huizong.contract.Bilingual;

/** A kind of problem: what the {@code type} of RFC 9457 names. Enums implement it; the names of their constants are stable. */
public interface ProblemType {

    /** Name of the constant, such as {@code NOT_FOUND}. */
    String name();

    /** The HTTP status, 400 to 599. */
    int status();

    /** The kind of problem in words. */
    Bilingual title();

    /** The type's URN, made of its name: {@code urn:huizong:problem:not-found}. */
    default URI urn() {
        return URI.create(
                "urn:huizong:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
