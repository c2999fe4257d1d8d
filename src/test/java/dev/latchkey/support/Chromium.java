package dev.latchkey.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Chromium that {@code CHROMIUM} names, without a window. */
public final class Chromium implements AutoCloseable {

    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    /** Starts it. */
    public Chromium() {
        var program = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(OPTIONS));
    }

    /** A fresh browser, without cookies, before a site. */
    public BrowserContext before(String site) {
        return browser.newContext(new Browser.NewContextOptions().setBaseURL(site));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
