package io.huizong.contract.event;

import java.util.Set;

import io.huizong.contract.Finding;
import io.huizong.contract.report.Report;

/** What the schemas say of an event besides its form: names and numbers that are wrong in any version. */
final class EventContract {

    private static final int MAX_JURISDICTION_LENGTH = 12;
    private static final int MAX_INDICATOR_LENGTH = 100;

    // Made once: nearly every event keeps all of them.
    private static final String JURISDICTION = "1 to %d digits or letters".formatted(MAX_JURISDICTION_LENGTH);
    private static final String CLIENT = "1 to %d characters, not all of them blank".formatted(Origin.MAX_CLIENT);
    private static final String KEY = "1 to %d characters".formatted(Origin.MAX_KEY_LENGTH);
    private static final String INDICATOR =
            "lower-case words joined by dots, at most %d characters".formatted(MAX_INDICATOR_LENGTH);

    private EventContract() {}

    static void check(ReportEvent event) throws UnreadableEventException {
        expect(isJurisdiction(event.jurisdiction()), "jurisdiction", event.jurisdiction(), JURISDICTION);
        Origin origin = event.origin();
        expect(Origin.isClient(origin.client()), "client", origin.client(), CLIENT);
        String key = origin.idempotencyKey();
        expect(key == null || Origin.isKey(key), "idempotencyKey", key, KEY);
        expect(origin.line() == null || origin.line() > 0, "line", origin.line(), "a number from 1");
        Integer revision = event.expectedRevision();
        expect(revision == null || revision >= 0, "expectedRevision", revision, "a number from 0");
        if (event.current().isPresent()) {
            Report report = event.current().get();
            checkIndicators(report.figures().keySet());
            checkIndicators(report.statedRates().keySet());
        }
        for (Finding warning : event.warnings()) {
            expect(warning.pointer().startsWith("#"), "warning", warning.pointer(), "a pointer that begins with #");
            expect(!warning.code().isEmpty(), "warning", warning.code(), "a code");
        }
    }

    private static void checkIndicators(Set<String> codes) throws UnreadableEventException {
        for (String code : codes) {
            expect(isIndicator(code), "indicator", code, INDICATOR);
        }
    }

    private static boolean isJurisdiction(String code) {
        return !code.isEmpty()
                && code.length() <= MAX_JURISDICTION_LENGTH
                && code.chars()
                        .allMatch(letter -> isDigit(letter) || isSmall(letter) || 'A' <= letter && letter <= 'Z');
    }

    /** By hand, as there are dozens in each event. */
    private static boolean isIndicator(String code) {
        boolean isWordBegun = false;
        int dots = 0;
        for (int index = 0; index < code.length(); index++) {
            char letter = code.charAt(index);
            if (letter == '.') {
                if (!isWordBegun) {
                    return false;
                }
                dots++;
                isWordBegun = false;
            } else if (isSmall(letter)) {
                isWordBegun = true;
            } else if (!isWordBegun || letter != '_' && !isDigit(letter)) {
                return false;
            }
        }
        return isWordBegun && dots > 0 && code.length() <= MAX_INDICATOR_LENGTH;
    }

    private static boolean isSmall(int letter) {
        return 'a' <= letter && letter <= 'z';
    }

    private static boolean isDigit(int letter) {
        return '0' <= letter && letter <= '9';
    }

    private static void expect(boolean holds, String name, Object found, String expected)
            throws UnreadableEventException {
        if (!holds) {
            throw new UnreadableEventException("The %s is \"%s\", expected %s".formatted(name, found, expected));
        }
    }
}
