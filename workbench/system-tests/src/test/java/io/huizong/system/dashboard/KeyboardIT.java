package io.huizong.system.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.huizong.local.count.Indicator;

/**
 * The questions of an ops team are answered from {@code /} with the keyboard alone, in at most six steps each, on five
 * generated years and the real reports.
 */
@BrowserTest
class KeyboardIT {

    private static final Indicator SUCCESS =
            Indicator.of("mediation.success_rate", "RATE", "mediation.cases_succeeded/mediation.cases_mediated");

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @Test
    void which_county_of_a_province_had_the_lowest_mediation_success_rate() throws IOException {
        GeneratedYear files = GeneratedYear.read(DASHBOARD.demo(), "2021", SUCCESS);
        String lowest = files.lowestCounty();

        assertThat(watcher().lowestCounty("云南省", "2021"))
                .isEqualTo("%s %s%%"
                        .formatted(
                                jurisdiction(lowest).get("name"),
                                files.rate(lowest).orElseThrow()));
    }

    @Test
    void which_townships_of_a_county_have_not_reported() {
        List<Map<String, String>> townships = DASHBOARD
                .pair()
                .viewer()
                .get("/jurisdictions/610802")
                .jsonPath()
                .getList("children");
        // Of farms and development zones none is expected; no township is among the real reports.
        Set<String> expected = townships.stream()
                .filter(township -> !township.get("code").matches("\\d{6}[45].*"))
                .map(township -> township.get("name"))
                .collect(Collectors.toSet());

        assertThat(watcher().missingTownships("榆阳区", "2024")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void whether_the_total_on_the_screen_includes_the_report_posted_a_second_ago() {
        int before = DASHBOARD.pair().rollup("CN", "2022").getInt("reports.subtree");
        Watcher watcher = watcher();
        String submission = DASHBOARD.pair().accepted("""
                {"jurisdiction": "341802", "period": "2022",
                 "figures": {"mediation.cases_mediated": 50, "mediation.cases_succeeded": 48}}""");

        assertThat(watcher.reportsInTheTotalOf("全国", submission)).contains(submission);
        assertThat(watcher.summary()).contains("%,d".formatted(before + 1));
    }

    private static Watcher watcher() {
        return new Watcher(DASHBOARD.open(""));
    }

    private static Map<String, Object> jurisdiction(String code) {
        return DASHBOARD
                .pair()
                .viewer()
                .get("/jurisdictions/" + code)
                .jsonPath()
                .getMap("$");
    }
}
