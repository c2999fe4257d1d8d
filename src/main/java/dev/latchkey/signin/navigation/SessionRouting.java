package dev.latchkey.signin.navigation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Notices that a load balancer sends a browser to another node than the one where it has just logged in, where every login ends in
 * the next login. A cookie names the node that began the session. If another node is asked within seconds, or once more after
 * another login, that is hardly a restart, and the browser is told instead of asked again.
 */
@Component
public class SessionRouting {

    /** How soon after the login a browser follows its redirect; no node restarts in that time. */
    static final Duration REDIRECT = Duration.ofSeconds(5);

    private static final String COOKIE = "node";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String LOST = SessionRouting.class.getName() + ".lost";
    private static final int NODE_BYTES = 8;

    private final PageCookies cookies;
    private final Clock clock;
    private final String node;

    SessionRouting(PageCookies cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
        var bytes = new byte[NODE_BYTES];
        new SecureRandom().nextBytes(bytes);
        node = HexFormat.of().formatHex(bytes);
    }

    /** A session with something to lose has just begun on this node. */
    public void begin(HttpServletRequest request, HttpServletResponse response) {
        var wasLost = read(request).filter(Trace::lost).isPresent();
        write(response, new Trace(node, clock.instant(), wasLost, false));
    }

    /** The session of the request is not on this node: finds out whether it is on another. */
    public void checkLost(HttpServletRequest request, HttpServletResponse response) {
        read(request).filter(trace -> !trace.node().equals(node)).ifPresent(trace -> {
            if (trace.again() || clock.instant().isBefore(trace.at().plus(REDIRECT))) {
                request.setAttribute(LOST, true);
            }
            if (!trace.lost()) {
                write(response, new Trace(trace.node(), trace.at(), trace.again(), true));
            }
        });
    }

    /** Whether that was found of the request. */
    public static boolean isLost(HttpServletRequest request) {
        return request.getAttribute(LOST) != null;
    }

    /** Where a request goes whose session has ended, or is not on this node. */
    public static String loginPath(HttpServletRequest request) {
        return isLost(request) ? SignInPaths.SESSION_LOST : SignInPaths.SESSION_ENDED;
    }

    private Optional<Trace> read(HttpServletRequest request) {
        return cookies.read(request, COOKIE).flatMap(Trace::parse);
    }

    private void write(HttpServletResponse response, Trace trace) {
        cookies.write(response, COOKIE, trace.text(), LIFE);
    }

    /**
     * What the cookie says. Users who change it deceive only themselves.
     *
     * @param again whether the session of the login before was lost too
     * @param lost whether this session was looked for on another node
     */
    private record Trace(String node, Instant at, boolean again, boolean lost) {

        private static final Pattern TEXT = Pattern.compile("([0-9a-f]{16})\\.(\\d{1,12})\\.([01])([01])");

        static Optional<Trace> parse(String text) {
            var parts = TEXT.matcher(text);
            return parts.matches()
                    ? Optional.of(new Trace(
                            parts.group(1),
                            Instant.ofEpochSecond(Long.parseLong(parts.group(2))),
                            parts.group(3).equals("1"),
                            parts.group(4).equals("1")))
                    : Optional.empty();
        }

        String text() {
            return node + "." + at.getEpochSecond() + "." + (again ? 1 : 0) + (lost ? 1 : 0);
        }
    }
}
