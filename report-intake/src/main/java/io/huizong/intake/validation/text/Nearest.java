package io.huizong.intake.validation.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the names that a sender may have meant. */
public final class Nearest {

    private static final int NAMED = 3;
    private static final int MAX_COMPARED = 100;
    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private Nearest() {}

    /** Up to three of the names, nearest first; in their own order if the unknown name is too long for any of them. */
    public static String to(String unknown, Collection<String> names) {
        boolean isTooLong = unknown.length() > MAX_COMPARED;
        record Candidate(String name, int distance) {}
        return names.stream()
                .map(name -> new Candidate(name, isTooLong ? 0 : distance(unknown, name)))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .limit(NAMED)
                .map(Candidate::name)
                .collect(Collectors.joining(", "));
    }

    /** A name with the wrong prefix, or without one, counts like one with a typing error. */
    private static int distance(String unknown, String name) {
        int whole = DISTANCE.apply(unknown, name);
        int lastPart = 1 + DISTANCE.apply(lastPart(unknown), lastPart(name));
        return Math.min(whole, lastPart);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
