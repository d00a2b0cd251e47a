package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.huizong.system.dashboard.FindingIT.tile;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/** What is posted appears without a reload, and a page that cannot know says so. */
@BrowserTest
@Isolated
class LiveIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    /** The panels rest between two loads, the longer the slower the service is. */
    private static final Duration AFTER_A_REST = Duration.ofSeconds(5);

    private static final int TIMES = 20;

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @Test
    void a_report_appears_in_the_totals_above_it_within_a_second_without_a_reload() {
        Page page = DASHBOARD.open("?at=43&period=2017&indicator=mediation.disputes_arisen&tables=ranking");
        assertThat(page.locator("#freshness")).hasAttribute("data-state", "live");
        page.evaluate("window.loadedOnce = true");
        Locator value = tile(page, "mediation.disputes_arisen").locator(".value");
        assertThat(value).hasText("—");
        // The first finds parts of the services that nobody has used yet.
        post(1);
        assertThat(value).hasText("1");

        List<Long> tile = new ArrayList<>();
        List<Long> ranking = new ArrayList<>();
        for (int figure = 1001; figure <= 1000 + TIMES; figure++) {
            long posted = System.nanoTime();
            post(figure);
            String shown = "%,d".formatted(figure);
            tile.add(shownAfter(page, "[data-indicator='mediation.disputes_arisen'] .value", shown, posted));
            ranking.add(shownAfter(page, "#ranking tbody", shown, posted));
        }

        System.out.printf(
                "Posted reports were on the screen after %s ms, in the ranking after %s ms%n",
                sorted(tile), sorted(ranking));
        assertThat(tile).allMatch(millis -> millis < TIMEOUT.toMillis());
        assertThat(ranking).allMatch(millis -> millis < AFTER_A_REST.toMillis());
        assertThat(page.locator("#announcer")).containsText("1,0" + TIMES);
        assertThat(page.evaluate("window.loadedOnce")).isEqualTo(true);
    }

    private static void post(int figure) {
        DASHBOARD.pair().accepted("""
                {"jurisdiction": "430102", "period": "2017", "figures": {"mediation.disputes_arisen": %d}}""".formatted(figure));
    }

    /** Milliseconds since it was posted until a part of the page has the text; looks each time the page is painted. */
    private static long shownAfter(Page page, String selector, String text, long posted) {
        page.waitForFunction(
                "([selector, text]) => document.querySelector(selector)?.textContent.includes(text)",
                List.of(selector, text));
        return Duration.ofNanos(System.nanoTime() - posted).toMillis();
    }

    private static List<Long> sorted(List<Long> millis) {
        return millis.stream().sorted().toList();
    }

    @Test
    void a_lost_connection_is_told_and_what_was_missed_is_there_when_it_is_regained() throws IOException {
        Page page = DASHBOARD.open("?at=4401&period=2017&indicator=mediation.disputes_arisen");
        assertThat(page.locator("#freshness")).hasAttribute("data-state", "live");

        DASHBOARD.pair().aggregationProcess().stop();
        try {
            assertThat(page.locator("#banner")).containsText("连接中断");
            assertThat(page.locator("#freshness")).hasAttribute("data-state", "lost");
            assertThat(page.locator("#name")).containsText("广州市");
            DASHBOARD.pair().accepted("""
                    {"jurisdiction": "440103", "period": "2017", "figures": {"mediation.disputes_arisen": 77}}""");
        } finally {
            DASHBOARD.pair().aggregationProcess().start().awaitReady();
        }

        assertThat(page.locator("#freshness")).hasAttribute("data-state", Pattern.compile("live|behind"));
        assertThat(page.locator("#banner")).not().containsText("连接中断");
        assertThat(tile(page, "mediation.disputes_arisen").locator(".value")).hasText("77");
        assertThat(page.locator("#ranking")).containsText("1 个有数据");
    }
}
