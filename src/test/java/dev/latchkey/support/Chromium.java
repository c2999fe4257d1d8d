package dev.latchkey.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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

    // A machine that is busy with other tests is slow, not wrong
    private static final double PATIENCE_MILLISECONDS = 20_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    /** Starts it. */
    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        var program = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(OPTIONS));
    }

    /** A fresh browser, without cookies, before a site, of somebody who reads English. */
    public BrowserContext before(String site) {
        return before(site, "en-US");
    }

    /** The same of somebody who reads that language, as a browser names it. */
    public BrowserContext before(String site, String language) {
        return listenedTo(new Browser.NewContextOptions().setBaseURL(site).setLocale(language));
    }

    /** The same of somebody who lets no page run scripts. */
    public BrowserContext withoutJavaScriptBefore(String site) {
        return listenedTo(new Browser.NewContextOptions()
                .setBaseURL(site)
                .setLocale("en-US")
                .setJavaScriptEnabled(false));
    }

    /** The same of somebody who reads English, on a screen where each CSS pixel is that many wide. */
    public BrowserContext before(String site, int pixels) {
        return listenedTo(new Browser.NewContextOptions()
                .setBaseURL(site)
                .setLocale("en-US")
                .setDeviceScaleFactor(pixels));
    }

    private BrowserContext listenedTo(Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.onConsoleMessage(this::listen);
        context.onWebError(error -> complaints.add(error.error()));
        return context;
    }

    /** What the browser has complained of since this was last asked: scripts that failed, and all that a policy forbade. */
    public List<String> complaints() {
        var heard = List.copyOf(complaints);
        complaints.removeAll(heard);
        return heard;
    }

    // An answer that is a refusal is told on the console too, and is the business of whoever asked for it
    private void listen(ConsoleMessage message) {
        if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
    }

    /** Stops it; whatever it has complained of fails the test. */
    @Override
    public void close() {
        playwright.close();
        if (!complaints.isEmpty()) {
            throw new AssertionError("The browser complained: " + complaints());
        }
    }
}
