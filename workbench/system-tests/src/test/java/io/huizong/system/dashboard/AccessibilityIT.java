package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** axe finds nothing serious or critical, in light and dark, in charts, tables, lists and at the gate. */
@BrowserTest
class AccessibilityIT {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String TABLES = "&tables=ranking,trend,gaps&indicator=mediation.disputes_arisen&status=LATE";

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_page_has_no_grave_violation(ColorScheme scheme) {
        for (String address : List.of("?at=53&period=2021", "?at=53&period=2021" + TABLES)) {
            Page page = DASHBOARD.open(address, scheme);
            assertThat(page.locator("#contributions .panel-body")).not().isEmpty();
            assertThat(page.locator("[aria-busy]")).hasCount(0);

            assertThat(grave(page)).as(address).isEmpty();

            page.locator("#search-input").fill("昆明");
            assertThat(page.locator("#search-input-0")).isVisible();
            assertThat(grave(page)).as("proposals at " + address).isEmpty();
            page.context().close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void the_gate_has_no_grave_violation(ColorScheme scheme) {
        Page page = DASHBOARD.open("", new NewContextOptions().setColorScheme(scheme), null);
        assertThat(page.locator("#gate")).isVisible();

        assertThat(grave(page)).isEmpty();
    }

    private static List<String> grave(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(AccessibilityIT::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
