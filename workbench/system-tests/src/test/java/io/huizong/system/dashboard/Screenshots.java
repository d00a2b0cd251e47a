package io.huizong.system.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures in {@code docs/images} of what {@code ./run-local} is running. {@code -Ddashboard.run} names its
 * {@code run.json}; the class is no test by its name, so that only {@code -Dit.test=Screenshots} runs it.
 */
@BrowserTest
class Screenshots {

    private static final Path IMAGES = Path.of("../../docs/images");
    private static final String VIEW = "/?at=53&period=2021";

    private record Picture(String name, int width, int height, ColorScheme scheme, String address) {}

    @Test
    void are_taken() throws IOException {
        JsonNode run = new ObjectMapper()
                .readTree(Path.of(System.getProperty("dashboard.run")).toFile());
        try (Chromium chromium = Chromium.start()) {
            take(chromium, run, new Picture("dashboard-light", 1360, 1020, ColorScheme.LIGHT, VIEW));
            take(chromium, run, new Picture("dashboard-dark", 1360, 1020, ColorScheme.DARK, VIEW + "&lang=en"));
            take(chromium, run, new Picture("dashboard-phone", 390, 844, ColorScheme.LIGHT, VIEW));
        }
    }

    private static void take(Chromium chromium, JsonNode run, Picture picture) {
        try (var context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(picture.width(), picture.height())
                        .setColorScheme(picture.scheme())
                        .setLocale("zh-CN"))) {
            Page page = context.newPage();
            page.addInitScript("sessionStorage.setItem('huizong.token', '%s')"
                    .formatted(run.at("/tokens/viewer").textValue()));
            page.navigate(run.get("aggregation").textValue() + picture.address());
            assertThat(page.locator("#freshness")).hasAttribute("data-state", "live");
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            // The lines of a chart are drawn within a third of a second.
            page.waitForTimeout(1000);
            page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(picture.name() + ".png")));
        }
    }
}
