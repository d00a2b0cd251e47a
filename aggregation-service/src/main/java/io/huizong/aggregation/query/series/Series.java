package io.huizong.aggregation.query.series;

import java.util.ArrayList;
import java.util.List;

import io.huizong.aggregation.query.http.Parameters;
import io.huizong.commons.problem.ProblemException;
import io.huizong.contract.report.Period;

/** Periods of one kind, one after the other. */
final class Series {

    static final int MAX_LENGTH = 400;

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
            if (periods.size() == MAX_LENGTH) {
                throw Parameters.wrong(
                        "to",
                        to.toString(),
                        "自 from（%s）起至多 %d 个时期".formatted(from, MAX_LENGTH),
                        "at most %d periods from %s on".formatted(MAX_LENGTH, from));
            }
            periods.add(period);
            if (period.equals(to)) {
                break;
            }
        }
        return periods;
    }
}
