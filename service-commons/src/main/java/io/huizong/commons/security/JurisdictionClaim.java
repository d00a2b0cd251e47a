package io.huizong.commons.security;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;

/**
 * The claim {@code jurisdictions} of a token: for whom its owner may write, and whose submissions and reports it may read.
 *
 * @param codes as the token has them, padded ones too; a code that is in no tree gives no right
 */
public record JurisdictionClaim(Set<String> codes) {

    /** Of a token without a list of jurisdictions. */
    public static final JurisdictionClaim NONE = new JurisdictionClaim(Set.of());

    private static final int MAX_SHOWN = 10;

    static JurisdictionClaim of(Collection<?> codes) {
        return new JurisdictionClaim(codes.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether it names that jurisdiction or one above it. */
    public boolean covers(Jurisdiction jurisdiction, DivisionTree tree) {
        return codes.stream()
                .map(tree::find)
                .flatMap(Optional::stream)
                .anyMatch(named -> tree.covers(named, jurisdiction));
    }

    /** The first ten codes, for sentences; a dash if there are none. */
    @Override
    public String toString() {
        String first = new TreeSet<>(codes).stream().limit(MAX_SHOWN).collect(Collectors.joining(", "));
        return codes.size() > MAX_SHOWN ? first + ", …" : first.isEmpty() ? "-" : first;
    }
}
