package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.huizong.system.dashboard.FindingIT.tile;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is posted appears without a reload, and a page that cannot know says so. */
@BrowserTest
class LiveIT {

    /** A second on a quiet machine; builds run on busy ones. */
    private static final Duration SOON = Duration.ofSeconds(4);

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @Test
    void a_report_appears_in_the_totals_above_it_without_a_reload() {
        Page page = DASHBOARD.open("?at=43&period=2019");
        assertThat(page.locator("#freshness")).hasAttribute("data-state", "live");
        page.evaluate("window.loadedOnce = true");
        Locator value = tile(page, "mediation.disputes_arisen").locator(".value");
        assertThat(value).hasText("—");

        long posted = System.nanoTime();
        DASHBOARD.pair().accepted("""
                {"jurisdiction": "430102", "period": "2019", "figures": {"mediation.disputes_arisen": 4321}}""");
        assertThat(value).hasText("4,321");
        Duration took = Duration.ofNanos(System.nanoTime() - posted);

        System.out.printf("A posted report was on the screen after %d ms%n", took.toMillis());
        assertThat(took).isLessThan(SOON);
        assertThat(page.locator("#announcer")).containsText("4,321");
        assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
    }

    @Test
    void a_lost_connection_is_told_and_what_was_missed_is_there_when_it_is_regained() throws IOException {
        Page page = DASHBOARD.open("?at=4401&period=2019&indicator=mediation.disputes_arisen");
        assertThat(page.locator("#freshness")).hasAttribute("data-state", "live");

        DASHBOARD.pair().stopAggregation();
        try {
            assertThat(page.locator("#banner")).containsText("连接中断");
            assertThat(page.locator("#freshness")).hasAttribute("data-state", "lost");
            assertThat(page.locator("#name")).containsText("广州市");
            DASHBOARD.pair().accepted("""
                    {"jurisdiction": "440103", "period": "2019", "figures": {"mediation.disputes_arisen": 77}}""");
        } finally {
            DASHBOARD.pair().startAggregation();
        }

        assertThat(page.locator("#freshness")).hasAttribute("data-state", Pattern.compile("live|behind"));
        assertThat(page.locator("#banner")).not().containsText("连接中断");
        assertThat(tile(page, "mediation.disputes_arisen").locator(".value")).hasText("77");
        assertThat(page.locator("#ranking")).containsText("有数据的 1 个");
    }
}
