package io.huizong.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Report;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** Whatever order reports are counted in, the totals say which of them are. */
class BeaconsTest {

    private final NationalReports national = new NationalReports();
    private final Beacons beacons = new Beacons(national);
    private final ReportValidation validation =
            new ReportValidation(DivisionTree.bundled(), IndicatorCatalog.bundled(), Clock.systemUTC());

    @Test
    void every_third_report_is_made_out() {
        Map<String, BigInteger> totals = new HashMap<>();
        IntStream.range(0, beacons.most()).filter(number -> number % 3 == 0).forEach(number -> report(number)
                .figures()
                .forEach((indicator, figure) ->
                        totals.merge(indicator, figure.value().toBigIntegerExact(), BigInteger::add)));

        assertThat(IntStream.range(0, beacons.most()))
                .allMatch(number -> beacons.isIn(totals, number) == (number % 3 == 0));
    }

    @Test
    void nothing_is_in_totals_that_are_empty() {
        assertThat(beacons.isIn(Map.of(), 0)).isFalse();
    }

    @Test
    void no_rule_objects_to_a_report_with_thirty_figures() {
        Verdict verdict =
                validation.check(national.json("530181009", "2021", 1234).getBytes(UTF_8));

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Valid.class, valid -> {
            assertThat(valid.warnings()).isEmpty();
            assertThat(valid.report().figures()).hasSize(30);
        });
    }

    private Report report(int number) {
        byte[] json = beacons.json(number, "2021").getBytes(UTF_8);
        return ((Verdict.Valid) validation.check(json)).report();
    }
}
