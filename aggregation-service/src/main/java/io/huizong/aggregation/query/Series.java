package io.huizong.aggregation.query;

import java.util.ArrayList;
import java.util.List;

import io.huizong.aggregation.problem.ProblemException;
import io.huizong.contract.report.Period;

/** Periods of one kind, one after the other. */
final class Series {

    static final int LONGEST = 400;

    private Series() {}

    /**
     * All periods from the one to the other.
     *
     * @throws ProblemException if they are of two kinds, the wrong way round, or too far apart
     */
    static List<Period> of(Period from, Period to) {
        if (from.kind() != to.kind()) {
            throw Parameters.wrong(
                    "to",
                    to.toString(),
                    "与 from（%s）同类的时期".formatted(from),
                    "a period of the same kind as from, %s".formatted(from));
        }
        if (to.compareTo(from) < 0) {
            throw Parameters.wrong(
                    "to", to.toString(), "不早于 from（%s）".formatted(from), "not before from, %s".formatted(from));
        }
        List<Period> periods = new ArrayList<>();
        for (Period period = from; period.compareTo(to) <= 0; period = period.next()) {
            if (periods.size() == LONGEST) {
                throw Parameters.wrong(
                        "to",
                        to.toString(),
                        "自 from（%s）起至多 %d 个时期".formatted(from, LONGEST),
                        "at most %d periods from %s on".formatted(LONGEST, from));
            }
            periods.add(period);
            if (period.equals(to)) {
                break;
            }
        }
        return periods;
    }
}
