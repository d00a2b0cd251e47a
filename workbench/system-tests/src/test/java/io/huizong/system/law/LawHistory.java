package io.huizong.system.law;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import io.huizong.contract.event.Origin;
import io.huizong.contract.event.ReportEvent;
import io.huizong.contract.event.ReportSubmitted;
import io.huizong.contract.event.ReportWithdrawn;
import io.huizong.contract.report.Period;
import io.huizong.system.history.Place;
import io.huizong.system.history.PlacedSubmission;
import io.huizong.system.history.RandomOrigins;
import io.huizong.system.history.RandomPlaces;

/**
 * An endless series of records, the same for the same seed: submissions, amendments, withdrawals, duplicates, what the first
 * files do not know, and what nobody can read.
 */
final class LawHistory {

    private static final Instant BEGIN = Instant.parse("2023-01-04T08:00:00Z");
    private static final List<String> UNKNOWN_PLACES = List.of("990101", "ZZ9", "530181999");
    private static final List<String> PLACES_THAT_CHANGE = List.of(
            NewerFiles.MOVED_COUNTY,
            NewerFiles.MOVED_COUNTY + "001",
            NewerFiles.MOVED_COUNTY + "009",
            NewerFiles.ENDED_TOWNSHIP,
            "5301",
            "5303");
    private static final List<String> PERIODS = List.of("2021", "2022", "2022", "2022-11");

    private final Random random;
    private final RandomPlaces places;
    private final RandomOrigins origins;
    private final LawReports reports;
    private final RandomUnreadable unreadable;
    private final List<LawRecord> records = new ArrayList<>();
    private final List<LawRecord> written = new ArrayList<>();
    private final Set<PlacedSubmission> submissions = new HashSet<>();

    LawHistory(long seed, Edition first) {
        random = new Random(seed);
        places = new RandomPlaces(random, first.tree());
        origins = new RandomOrigins(random);
        reports = new LawReports(random, first.catalog());
        unreadable = new RandomUnreadable(random);
    }

    /** The records that come next; some of them were there before. */
    List<LawRecord> next(int count) {
        List<LawRecord> next = new ArrayList<>();
        while (next.size() < count) {
            boolean again = !written.isEmpty() && random.nextInt(12) == 0;
            LawRecord record = again ? earlier() : fresh();
            written.add(record);
            next.add(record);
        }
        return next;
    }

    /** The one of that number. */
    LawRecord get(int number) {
        return records.get(number);
    }

    private LawRecord earlier() {
        int reach = random.nextBoolean() ? Math.min(30, written.size()) : written.size();
        return written.get(written.size() - 1 - random.nextInt(reach));
    }

    private LawRecord fresh() {
        int number = records.size();
        Long timestamp = random.nextInt(100) == 0 ? RandomUnreadable.timeInMicroseconds() : null;
        LawRecord record =
                random.nextInt(30) == 0 ? unreadable.next(number) : LawRecord.of(number, event(number), timestamp);
        records.add(record);
        return record;
    }

    private ReportEvent event(int number) {
        String jurisdiction;
        Period period;
        int percent = random.nextInt(100);
        if (percent < 22) {
            jurisdiction =
                    oneOf(percent < 8 ? NewerFiles.NEW_PLACES : percent < 12 ? UNKNOWN_PLACES : PLACES_THAT_CHANGE);
            period = Period.parse(oneOf(PERIODS));
        } else {
            RandomPlaces.Choice choice = places.next();
            jurisdiction = choice.jurisdiction().code();
            period = choice.period();
        }
        UUID id = id(jurisdiction, period);
        submissions.add(new PlacedSubmission(id, new Place(jurisdiction, period.toString())));
        Instant time = BEGIN.plusMillis(number);
        Origin origin = origins.next(jurisdiction);
        Integer expected = random.nextInt(8) == 0 ? random.nextInt(3) : null;
        if (random.nextInt(6) == 0) {
            return new ReportWithdrawn(id, time, jurisdiction, period, origin, expected);
        }
        return new ReportSubmitted(id, time, reports.next(jurisdiction, period), origin, expected, List.of());
    }

    /** Mostly a new one; now and then that of a submission for another place. */
    private UUID id(String jurisdiction, Period period) {
        UUID fresh = new UUID(random.nextLong(), random.nextLong());
        if (records.isEmpty() || random.nextInt(60) > 0) {
            return fresh;
        }
        LawRecord other = records.get(random.nextInt(records.size()));
        if (other.event().isEmpty()) {
            return fresh;
        }
        UUID known = other.event().get().submissionId();
        Place place = new Place(jurisdiction, period.toString());
        return submissions.contains(new PlacedSubmission(known, place)) ? fresh : known;
    }

    private String oneOf(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
