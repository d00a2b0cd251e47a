package io.huizong.system.drill;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;

import io.huizong.contract.division.DivisionTree;
import io.huizong.system.history.Place;
import io.huizong.system.history.RandomPlaces;

/** Random reports, amendments and withdrawals that the intake accepts, the same for the same seed. Not thread-safe. */
final class DrillReports {

    private static final List<String> INDICATORS = List.of(
            "petitions.visits",
            "publicity.events",
            "training.law_sessions",
            "legal_service.consultations",
            "services.centre_items",
            "enforcement.certificates");
    private static final List<String> QUALIFIERS = List.of("EXACT", "EXACT", "AT_LEAST", "ABOUT");
    private static final List<String> SCOPES = List.of("WHOLE_AREA", "WHOLE_AREA", "OWN_LEVEL");

    private final Random random;
    private final RandomPlaces places;
    private final Map<Place, List<String>> keys = new HashMap<>();
    private final Queue<DrillSubmission> left = new ArrayDeque<>();
    private int number;

    DrillReports(long seed, DivisionTree tree) {
        random = new Random(seed);
        places = new RandomPlaces(random, tree);
    }

    /** The next one. Now and then it knows a revision that is no longer the newest, or has a key that was used before. */
    DrillSubmission next() {
        return left.isEmpty() ? fresh() : left.remove();
    }

    /** So many reports of different places. What cannot be in a body comes alone afterwards. */
    DrillBody body(int size) {
        Map<Place, DrillSubmission> lines = new LinkedHashMap<>();
        while (lines.size() < size) {
            DrillSubmission submission = fresh();
            if (submission.isWithdrawal() || lines.containsKey(submission.place())) {
                left.add(submission);
            } else {
                lines.put(submission.place(), submission);
            }
        }
        return new DrillBody("drill-body-" + number++, List.copyOf(lines.values()));
    }

    private DrillSubmission fresh() {
        RandomPlaces.Choice choice = places.next();
        while (!choice.jurisdiction().existsIn(choice.period().year())) {
            choice = places.next();
        }
        Place place = new Place(choice.jurisdiction().code(), choice.period().toString());
        Integer expected = random.nextInt(10) == 0 ? random.nextInt(3) : null;
        boolean isWithdrawal = random.nextInt(12) == 0;
        return new DrillSubmission(key(place), place, isWithdrawal ? null : report(place, expected), expected);
    }

    private String key(Place place) {
        List<String> used = keys.computeIfAbsent(place, none -> new ArrayList<>());
        if (!used.isEmpty() && random.nextInt(20) == 0) {
            return used.get(random.nextInt(used.size()));
        }
        String key = "drill-" + number++;
        used.add(key);
        return key;
    }

    private String report(Place place, Integer expected) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("jurisdiction", "\"%s\"".formatted(place.jurisdiction()));
        members.put("period", "\"%s\"".formatted(place.period()));
        members.put("scope", "\"%s\"".formatted(oneOf(SCOPES)));
        if (expected != null) {
            members.put("expectedRevision", expected.toString());
        }
        members.put("figures", object(figures()));
        if (random.nextInt(3) == 0) {
            members.put("statedRates", "{\"petitions.conclusion_rate\": %d.5}".formatted(50 + random.nextInt(50)));
        }
        return object(members);
    }

    private Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        for (int pick = random.nextInt(4); pick > 0; pick--) {
            figures.put(oneOf(INDICATORS), figure(random.nextInt(10_000)));
        }
        figures.put("petitions.received", figure(random.nextInt(10_000)));
        if (random.nextInt(3) == 0) {
            int accepted = random.nextInt(1_000);
            figures.put("legal_aid.cases_accepted", Integer.toString(accepted));
            figures.put("legal_aid.cases_concluded", Integer.toString(random.nextInt(accepted + 1)));
        }
        return figures;
    }

    private String figure(int value) {
        return "{\"value\": %d, \"qualifier\": \"%s\"}".formatted(value, oneOf(QUALIFIERS));
    }

    private static String object(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"%s\": %s".formatted(member.getKey(), member.getValue()))
                .collect(joining(", ", "{", "}"));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
