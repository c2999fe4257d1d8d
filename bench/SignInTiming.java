import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Measures how long the answer to a wrong password takes for each kind of user, to see that the time tells nobody who is one
 * (AC-S-19). The tests compare the work; this compares the clock, and so is run by hand, on an idle machine:
 *
 * <pre>
 * DEMO_USERS=150 LATCHKEY_SIGN_IN_FAILURES_PER_ADDRESS=1000000 script/server --fresh
 * java bench/SignInTiming.java http://localhost:8080 known=user%d@example.com:1 disabled=user%d@example.com:51 \
 *     pending=user%d@example.com:101 unknown=nobody%d@example.com:1 unknown-too=stranger%d@example.com:1
 * </pre>
 *
 * Each kind is a pattern of fifty addresses and the number that the first of them has; each address is tried four times, one
 * less than the limit on guessing allows, in random order. Disable users, or have them enrolled, through the pages of the demo or
 * in its database (the port is in target/demo), such as
 * {@code UPDATE users SET status = 'DISABLED' WHERE email REGEXP '^user(5[1-9]|[6-9][0-9]|100)@'}. A second run within a day
 * needs {@code DELETE FROM password_attempt}. The medians overlap where the intervals do: two quartiles are printed beside each, and
 * the 95 % interval of the median.
 */
public final class SignInTiming {

    private static final int ADDRESSES = 50;
    private static final int TRIES = 4;
    private static final Pattern CSRF_TOKEN = Pattern.compile("\"value\":\"([A-Za-z0-9_=-]{90,})\"");
    private static final Pattern VAADIN_KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI_ID = Pattern.compile("\"v-uiId\":([0-9]+)");

    private final String server;

    private SignInTiming(String server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3) {
            System.err.println("java bench/SignInTiming.java SERVER KIND=PATTERN:FIRST KIND=PATTERN:FIRST …");
            System.exit(2);
        }
        new SignInTiming(arguments[0]).run(Arrays.asList(arguments).subList(1, arguments.length));
    }

    private void run(List<String> kinds) throws IOException, InterruptedException {
        var attempts = new ArrayList<Attempt>();
        var times = new LinkedHashMap<String, List<Long>>();
        for (var kind : kinds) {
            var name = kind.substring(0, kind.indexOf('='));
            var pattern = kind.substring(kind.indexOf('=') + 1, kind.lastIndexOf(':'));
            var first = Integer.parseInt(kind.substring(kind.lastIndexOf(':') + 1));
            times.put(name, new ArrayList<>());
            for (var number = first; number < first + ADDRESSES; number++) {
                attempts.addAll(Collections.nCopies(TRIES, new Attempt(name, pattern.formatted(number))));
            }
        }
        Collections.shuffle(attempts, new Random(20260701));
        for (var warmUp = 0; warmUp < 50; warmUp++) {
            refusal("warm-up" + warmUp + "@example.com");
        }
        for (var attempt : attempts) {
            times.get(attempt.kind()).add(refusal(attempt.email()));
        }
        System.out.printf("%-14s %5s %9s %9s %9s   %s%n", "kind", "runs", "quartile", "median", "quartile", "median, 95 %");
        times.forEach(SignInTiming::print);
    }

    private long refusal(String email) throws IOException, InterruptedException {
        try (var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var init = get(browser, "/?v-r=init&location=login&query=");
            var shown = post(
                    browser,
                    "/?v-r=uidl&v-uiId=" + find(UI_ID, init),
                    "application/json",
                    "{\"csrfToken\":\"" + find(VAADIN_KEY, init) + "\",\"rpc\":[{\"type\":\"event\",\"node\":1,"
                            + "\"event\":\"ui-navigate\",\"data\":{\"route\":\"login\",\"query\":\"\",\"appShellTitle\":\"\","
                            + "\"historyState\":{},\"trigger\":\"\"}}],\"syncId\":0,\"clientId\":0}");
            var form = "username=" + encode(email) + "&password=not+the+password&_csrf="
                    + encode(find(CSRF_TOKEN, shown));
            var before = System.nanoTime();
            post(browser, "/login", "application/x-www-form-urlencoded", form);
            return System.nanoTime() - before;
        }
    }

    private String get(HttpClient browser, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + path)).build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private String post(HttpClient browser, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private static void print(String kind, List<Long> times) {
        var sorted = times.stream().sorted().toList();
        var n = sorted.size();
        // The ranks between which the median is with 95 % probability (normal approximation of the binomial)
        var spread = 1.96 * Math.sqrt(n) / 2;
        System.out.printf(
                "%-14s %5d %6.1f ms %6.1f ms %6.1f ms   %.1f … %.1f ms%n",
                kind,
                n,
                at(sorted, n * 0.25),
                at(sorted, n * 0.5),
                at(sorted, n * 0.75),
                at(sorted, n / 2.0 - spread),
                at(sorted, n / 2.0 + spread));
    }

    private static double at(List<Long> sorted, double rank) {
        return sorted.get((int) rank) / 1e6;
    }

    private static String find(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("not what the sign-in page sends");
        }
        return found.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Attempt(String kind, String email) {}
}
