package io.huizong.intake.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.intake.validation.text.Pointer;

/** The second report of a place in a body is refused, however long the body, while the first is among the latest. */
class PlacesOfBodyTest {

    private static final DivisionTree TREE = DivisionTree.bundled();
    private static final List<Jurisdiction> ALL = List.copyOf(TREE.all());

    private final PlacesOfBody places = new PlacesOfBody();
    private long line;

    private static Verdict.Valid valid(Jurisdiction jurisdiction, String period) {
        Report report = new Report(
                jurisdiction.code(), Period.parse(period), Scope.WHOLE_AREA, Map.of(), null, null, null, null);
        return new Verdict.Valid(report, jurisdiction, null, List.of());
    }

    private boolean passes(Jurisdiction jurisdiction, String period) {
        return places.check(valid(jurisdiction, period), ++line) instanceof Verdict.Valid;
    }

    private static Jurisdiction of(String code) {
        return TREE.find(code).orElseThrow();
    }

    @Test
    void the_second_report_of_a_place_is_refused_by_the_line_of_the_first() {
        assertThat(passes(of("530181"), "2021")).isTrue();

        Verdict second = places.check(valid(of("530181000"), "2021"), 7);

        assertThat(second).isInstanceOfSatisfying(Verdict.Invalid.class, refused -> {
            assertThat(refused.jurisdiction()).isEqualTo(of("530181"));
            assertThat(refused.findings()).singleElement().satisfies(violation -> {
                assertThat(violation.pointer()).isEqualTo("#/jurisdiction");
                assertThat(violation.code()).isEqualTo("place.twice");
                assertThat(violation.detail().en()).contains("安宁市 530181", "2021", "line 1 already");
                assertThat(violation.detail().zh()).contains("安宁市 530181", "2021", "第 1 行");
            });
        });
    }

    @Test
    void another_period_or_jurisdiction_is_another_place() {
        for (String period :
                List.of("2021", "2021-H1", "2021-Q1", "2021-01", "2021-02", "2022", "2021-12", "2021-Q4")) {
            assertThat(passes(of("530181"), period)).as(period).isTrue();
            assertThat(passes(of("5301"), period)).as(period).isTrue();
        }
    }

    @Test
    void what_was_refused_for_other_reasons_is_no_first() {
        Verdict refused =
                Verdict.Invalid.refused(of("530181"), List.of(PlacesOfBody.TWICE.brokenAt(Pointer.ROOT, "x", "y", 1)));

        assertThat(places.check(refused, 1)).isSameAs(refused);
        assertThat(passes(of("530181"), "2021")).isTrue();
        assertThat(passes(of("530181"), "2021")).isFalse();
    }

    @Test
    void a_place_is_remembered_until_as_many_others_have_come() {
        String[] months = {"2021-01", "2021-02", "2021-03"};
        for (int number = 0; number < PlacesOfBody.MAX_PLACES; number++) {
            assertThat(passes(ALL.get(number % ALL.size()), months[number / ALL.size()]))
                    .isTrue();
        }
        assertThat(passes(ALL.get(0), months[0])).isFalse();

        assertThat(passes(of("530181"), "2022")).isTrue();

        assertThat(passes(ALL.get(1), months[0])).isFalse();
        assertThat(passes(ALL.get(0), months[0])).isTrue();
        assertThat(passes(ALL.get(1), months[0])).isTrue();
    }

    @Test
    void it_is_as_if_the_latest_were_kept_in_a_set() {
        Random random = new Random(20_260_101);
        Set<String> latest = new HashSet<>();
        Queue<String> inOrder = new ArrayDeque<>();
        for (int number = 0; number < 400_000; number++) {
            Jurisdiction jurisdiction = ALL.get(random.nextInt(ALL.size()));
            String period = "%d".formatted(2020 + random.nextInt(3));
            String place = jurisdiction.code() + "/" + period;
            boolean isNew = latest.add(place);

            assertThat(passes(jurisdiction, period)).as(place).isEqualTo(isNew);
            if (isNew) {
                inOrder.add(place);
                if (inOrder.size() > PlacesOfBody.MAX_PLACES) {
                    latest.remove(inOrder.remove());
                }
            }
        }
    }
}
