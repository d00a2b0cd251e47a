package io.huizong.aggregation.submission;

/**
 * A part of an applied report that is in no total, because the files of the generation do not know it, or not so. It counts in
 * a generation whose files do.
 *
 * @param pointer where in the report: a JSON pointer (RFC 6901) in URI fragment form, such as
 *     {@code #/figures/mediation.cases_mediated}
 * @param code stable name of the reason
 */
public record NotCounted(String pointer, String code) {}
