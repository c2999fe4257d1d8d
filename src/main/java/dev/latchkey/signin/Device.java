package dev.latchkey.signin;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a session is used with, so that its user recognises it. Names of our own alone: nothing that a client sends is stored or
 * shown.
 *
 * @param browser the name of a browser; empty where it is none that we know
 * @param operatingSystem the name of a system; empty where it is none that we know
 */
public record Device(String browser, String operatingSystem) {

    private static final int LONGEST_LOOK = 512;

    // In this order: most of them claim to be one further down as well
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> OPERATING_SYSTEMS = List.of(
            Map.entry("iPhone", "iOS"),
            Map.entry("iPad", "iPadOS"),
            Map.entry("Android", "Android"),
            Map.entry("Windows", "Windows"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("Linux", "Linux"));

    /** Reads what a browser says of itself. */
    public static Device of(@Nullable String userAgent) {
        var words = userAgent == null ? "" : userAgent.substring(0, Math.min(userAgent.length(), LONGEST_LOOK));
        return new Device(first(BROWSERS, words), first(OPERATING_SYSTEMS, words));
    }

    /** In one line, for the audit trail. */
    public String text() {
        return Stream.of(browser, operatingSystem)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String first(List<Map.Entry<String, String>> names, String words) {
        return names.stream()
                .filter(name -> words.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
