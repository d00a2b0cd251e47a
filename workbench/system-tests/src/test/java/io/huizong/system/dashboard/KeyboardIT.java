package io.huizong.system.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The questions of an ops team are answered from {@code /} with the keyboard alone, in at most six steps each. */
@BrowserTest
class KeyboardIT {

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @Test
    void which_county_of_a_province_has_the_lowest_mediation_success_rate() {
        rate("530402", 2021, 900, 871);
        rate("530403", 2021, 1000, 612);
        rate("532901", 2021, 800, 713);

        assertThat(watcher().lowestCounty("云南省", "2021")).isEqualTo("江川区 61.20%");
    }

    @Test
    void which_townships_of_a_county_have_not_reported() {
        JsonPath county = DASHBOARD.pair().viewer().get("/jurisdictions/610802").jsonPath();
        Set<String> expected = new TreeSet<>();
        for (int child = 0; child < county.getList("children").size(); child++) {
            // Of farms and development zones none is expected.
            if (!county.getString("children[%d].code".formatted(child)).matches("\\d{6}[45].*")) {
                expected.add(county.getString("children[%d].name".formatted(child)));
            }
        }
        DASHBOARD.pair().applied("""
                {"jurisdiction": "610802001", "period": "2024", "figures": {"petitions.received": 5}}""");
        expected.remove("鼓楼街道");

        assertThat(watcher().missingTownships("榆阳区", "2024"))
                .containsAll(expected)
                .hasSameSizeAs(expected);
    }

    @Test
    void whether_the_total_on_the_screen_includes_the_report_posted_a_second_ago() {
        Watcher watcher = watcher();
        String submission = DASHBOARD.pair().accepted("""
                {"jurisdiction": "341802", "period": "2022",
                 "figures": {"mediation.cases_mediated": 50, "mediation.cases_succeeded": 48}}""");
        DASHBOARD.pair().awaitApplied(submission);

        assertThat(watcher.reportsInTheTotalOf("全国", submission)).contains(submission);
    }

    private static Watcher watcher() {
        return new Watcher(DASHBOARD.open(""));
    }

    private static void rate(String county, int year, int mediated, int succeeded) {
        DASHBOARD.pair().applied("""
                {"jurisdiction": "%s", "period": "%d",
                 "figures": {"mediation.cases_mediated": %d, "mediation.cases_succeeded": %d}}""".formatted(county, year, mediated, succeeded));
    }
}
