package io.huizong.commons.problem;

import java.util.List;

import io.huizong.contract.Finding;

/** A {@link Finding} in the language of the answer. */
public record LocalizedFinding(String pointer, String code, String detail) {

    /** These findings in that language. */
    public static List<LocalizedFinding> allOf(List<Finding> findings, Language language) {
        return findings.stream()
                .map(finding -> new LocalizedFinding(finding.pointer(), finding.code(), language.of(finding.detail())))
                .toList();
    }
}
