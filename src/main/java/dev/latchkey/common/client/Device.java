package dev.latchkey.common.client;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The device of a session, so that its user recognises it. Only names from our own lists: nothing that a client sends is stored or
 * shown.
 *
 * @param browser the name of a browser; empty if it is unknown
 * @param operatingSystem the name of a system; empty if it is unknown
 */
public record Device(String browser, String operatingSystem) {

    private static final int LONGEST_LOOK = 512;

    // The order matters: most of them also claim to be one further down
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

    /** Parses the User-Agent header. */
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
