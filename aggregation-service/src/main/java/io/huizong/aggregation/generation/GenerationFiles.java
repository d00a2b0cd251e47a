package io.huizong.aggregation.generation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * What a generation's totals follow from, besides the topic.
 *
 * @param divisions fingerprint of the division tree
 * @param divisionsEdition edition of its file
 * @param indicators fingerprint of the indicator catalog
 * @param indicatorsEdition edition of its file
 * @param rules which rules of the service
 */
public record GenerationFiles(
        String divisions, int divisionsEdition, String indicators, int indicatorsEdition, int rules) {

    /** Raised when the service makes other rows of the same topic, tree and catalog than before. */
    static final int RULES = 3;

    private static final int SHORT_BYTES = 4;

    /** How the files of one stand to those of another. */
    public enum Relation {
        /** They are the same. */
        SAME,
        /** At least one of them is of a newer edition, and none of an older one. */
        NEWER,
        /** At least one of them is of an older edition, and none of a newer one. */
        OLDER,
        /** One is newer and another older, or one has other content of the same edition. */
        CONFLICTING
    }

    /** Those of an instance with that tree and catalog. */
    static GenerationFiles of(DivisionTree tree, IndicatorCatalog catalog) {
        return new GenerationFiles(tree.fingerprint(), tree.edition(), catalog.fingerprint(), catalog.edition(), RULES);
    }

    /** Those that a row names; the version before kept neither editions nor rules. */
    static GenerationFiles stored(
            String divisions, Integer divisionsEdition, String indicators, Integer indicatorsEdition, Integer rules) {
        return new GenerationFiles(
                divisions,
                divisionsEdition == null ? 0 : divisionsEdition,
                indicators,
                indicatorsEdition == null ? 0 : indicatorsEdition,
                rules == null ? 1 : rules);
    }

    /** How these stand to others. */
    Relation to(GenerationFiles other) {
        List<Relation> parts = Stream.of(
                        part(divisions, divisionsEdition, other.divisions, other.divisionsEdition),
                        part(indicators, indicatorsEdition, other.indicators, other.indicatorsEdition),
                        part("", rules, "", other.rules))
                .filter(part -> part != Relation.SAME)
                .distinct()
                .toList();
        return parts.isEmpty() ? Relation.SAME : parts.size() == 1 ? parts.get(0) : Relation.CONFLICTING;
    }

    private static Relation part(String content, int edition, String otherContent, int otherEdition) {
        if (edition != otherEdition) {
            return edition > otherEdition ? Relation.NEWER : Relation.OLDER;
        }
        return content.equals(otherContent) ? Relation.SAME : Relation.CONFLICTING;
    }

    /** Eight hexadecimal digits that differ where any of them does. */
    public String shortName() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((divisions + indicators + rules).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, SHORT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "division tree of edition %d (%.8s), indicator catalog of edition %d (%.8s), rules %d"
                .formatted(divisionsEdition, divisions, indicatorsEdition, indicators, rules);
    }
}
