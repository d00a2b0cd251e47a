package io.huizong.system.dashboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.huizong.system.DemoPair;
import io.huizong.system.RunningPair;

/** The dashboard of the pair that all tests of generated and real reports share, in a browser that those of a thread share. */
final class Dashboard implements BeforeAllCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Dashboard.class);
    private static final int TIMEOUT_MILLIS = 20_000;

    private final DemoPair demo = new DemoPair();
    private Chromium chromium;
    private BrowserContext context;

    @Override
    public void beforeAll(ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
        demo.beforeAll(test);
        chromium = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Thread.currentThread(), thread -> Chromium.start(), Chromium.class);
    }

    DemoPair demo() {
        return demo;
    }

    RunningPair pair() {
        return demo.pair();
    }

    /** A page of someone who may see everything, at that address below {@code /}. */
    Page open(String address) {
        return open(address, new Browser.NewContextOptions());
    }

    /** That page in dark or light. */
    Page open(String address, ColorScheme scheme) {
        return open(address, new Browser.NewContextOptions().setColorScheme(scheme));
    }

    private Page open(String address, Browser.NewContextOptions options) {
        return open(address, options, pair().token("viewer"));
    }

    /** A page of someone with that token, or with none if it is null. */
    Page open(String address, Browser.NewContextOptions options, String token) {
        context = chromium.browser().newContext(options.setLocale("zh-CN").setAcceptDownloads(true));
        Page page = context.newPage();
        page.onPageError(error -> System.err.println("In the page: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                System.err.println("In the page: " + message.text());
            }
        });
        if (token != null) {
            page.addInitScript("sessionStorage.setItem('huizong.token', '%s')".formatted(token));
        }
        page.navigate(pair().aggregationUrl() + "/" + address);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (context != null) {
            context.close();
            context = null;
        }
    }
}
