package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Takes the pictures in {@code docs/images}. The class is no test by its name, so that only {@code -Dit.test=Screenshots}
 * runs it.
 */
@BrowserTest
class Screenshots {

    private static final Path IMAGES = Path.of("../../docs/images");

    @RegisterExtension
    private static final Dashboard DASHBOARD = new Dashboard();

    @ParameterizedTest
    @CsvSource({
        "dashboard-light, 1360, 1020, LIGHT, ?at=53&period=2021",
        "dashboard-dark, 1360, 1020, DARK, ?at=53&period=2021&lang=en",
        "dashboard-phone, 390, 844, LIGHT, ?at=53&period=2021"
    })
    void are_taken(String name, int width, int height, ColorScheme scheme, String address) {
        Page page = DASHBOARD.open(
                address,
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme),
                DASHBOARD.pair().token("viewer"));
        assertThat(page.locator("#freshness")).hasAttribute("data-state", "live");
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        // The lines of a chart are drawn within a third of a second.
        page.waitForTimeout(1000);

        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
    }
}
