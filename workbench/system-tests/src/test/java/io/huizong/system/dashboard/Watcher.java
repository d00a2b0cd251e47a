package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Someone of an ops team, at the page {@code /} with a keyboard alone: answers a question in at most six steps. */
final class Watcher {

    private static final int MAX_STEPS = 6;

    private final Page page;
    private final Keyboard keyboard;

    Watcher(Page page) {
        this.page = page;
        this.keyboard = new Keyboard(page);
        assertThat(name()).isVisible();
    }

    /** Name and rate of the first county, ranked from the lowest. */
    String lowestCounty(String province, String year) {
        keyboard.find(province, province);
        assertThat(name()).containsText(province);
        keyboard.choose("#period-year", year);
        assertThat(name()).containsText(year);
        keyboard.choose("#ranking-level", "县级");
        keyboard.press(page.locator("[data-key='ranking-order']"));
        assertThat(page.locator("[data-key='ranking-order']")).hasText("由低到高");
        keyboard.press(page.locator("[data-key='ranking-table']"));

        Locator first = page.locator("#ranking tbody tr").first();
        settled();
        return first.locator("th").innerText() + " "
                + first.locator("td").nth(1).innerText();
    }

    /** The names of a county's townships that are listed as missing. */
    List<String> missingTownships(String county, String year) {
        keyboard.find(county, county);
        assertThat(name()).containsText(county);
        keyboard.choose("#period-year", year);
        assertThat(name()).containsText(year);
        keyboard.press(page.locator("[data-key='of-TOWNSHIP']"));
        assertThat(page.locator("[data-key='of-TOWNSHIP']")).hasAttribute("aria-current", "true");
        Locator more = page.locator("#completeness [data-key='more']");
        if (more.isVisible()) {
            keyboard.press(more);
            assertThat(more).isHidden();
        }
        settled();

        return answer(
                page.locator("#completeness .table").last().locator("tbody th").allInnerTexts());
    }

    /** The submissions in the total of a jurisdiction above the one that a submission is from. */
    List<String> reportsInTheTotalOf(String above, String submission) {
        keyboard.find(submission, "已计入合计");
        assertThat(page.locator("#contributions")).containsText(submission);
        keyboard.press(page.locator("#breadcrumb a", new Page.LocatorOptions().setHasText(above)));
        assertThat(name()).containsText(above);
        settled();
        return answer(page.locator("#contributions code").allInnerTexts());
    }

    /** What the page says of the reports in what it shows. */
    String summary() {
        return page.locator("#summary").innerText();
    }

    /** Waits until nothing on the page is being loaded, as it tells. */
    private void settled() {
        assertThat(page.locator("[aria-busy]")).hasCount(0);
    }

    private Locator name() {
        return page.locator("#name");
    }

    private <T> T answer(T found) {
        assertThat(keyboard.steps()).isLessThanOrEqualTo(MAX_STEPS);
        return found;
    }
}
