package io.huizong.system.dashboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import io.huizong.system.RunningPair;

/** The dashboard of one running pair that all browser tests share, with the five real reports in it. */
final class Dashboard implements BeforeAllCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(Dashboard.class);
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Path SAMPLES = Path.of("../../docs/samples");

    private Shared shared;
    private BrowserContext context;

    private record Shared(RunningPair pair, Chromium chromium, ExtensionContext context) implements AutoCloseable {

        static Shared start(ExtensionContext context) {
            RunningPair pair = new RunningPair();
            try {
                pair.beforeAll(context);
                for (String sample : samples()) {
                    pair.applied(sample);
                }
                return new Shared(pair, Chromium.start(), context);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private static List<String> samples() throws IOException {
            try (Stream<Path> files = Files.list(SAMPLES)) {
                List<Path> sorted = files.sorted().toList();
                List<String> samples = new ArrayList<>();
                for (Path file : sorted) {
                    samples.add(Files.readString(file));
                }
                return samples;
            }
        }

        @Override
        public void close() throws SQLException {
            chromium.close();
            pair.afterAll(context);
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        shared = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Shared.class, key -> Shared.start(test.getRoot()), Shared.class);
    }

    RunningPair pair() {
        return shared.pair();
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
        context = shared.chromium()
                .browser()
                .newContext(options.setLocale("zh-CN").setAcceptDownloads(true));
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
