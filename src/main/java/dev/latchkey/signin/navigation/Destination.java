package dev.latchkey.signin.navigation;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * The page that a sign-in leads to. It is passed in the URL and in the forms of the sign-in's pages and not in a session, so that
 * each tab has its own, and viewing a page stores nothing on the server.
 *
 * @param path of this application, with its query; never the URL of another host
 */
public record Destination(String path) {

    /** The name of the parameter that contains it. */
    public static final String PARAMETER = "continue";

    /** The start page. */
    public static final Destination HOME = new Destination("/");

    private static final int LONGEST = 2_000;
    // Browsers treat a backslash as a slash, and two slashes as the beginning of a host; they drop tabs and line breaks
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");
    private static final Pattern SIGN_IN = Pattern.compile("/(login|logout|recovery-codes|error)\\b.*");

    /** Reads what a parameter says, which anybody can write; the start page for anything but a path of this application. */
    static Destination of(@Nullable String typed) {
        return typed == null
                        || typed.length() > LONGEST
                        || !LOCAL.matcher(typed).matches()
                        || SIGN_IN.matcher(typed).matches()
                ? HOME
                : new Destination(typed);
    }

    /** The destination of the request's sign-in. */
    public static Destination in(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER));
    }

    /** The requested page; the start page if the request is not for a page, but sends a form or loads a part of one. */
    public static Destination askedForBy(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        if (!HttpMethod.GET.matches(request.getMethod())
                || accepted == null
                || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            return HOME;
        }
        var query = request.getQueryString();
        return of(request.getRequestURI().substring(request.getContextPath().length())
                + (query == null ? "" : "?" + query));
    }

    /** Whether some page was asked for, and not just the application. */
    boolean leadsOn() {
        return !equals(HOME);
    }

    /** The path of a page of the sign-in, with this destination as its parameter if there is one to keep. */
    public String after(String pagePath) {
        if (!leadsOn()) {
            return pagePath;
        }
        return pagePath + (pagePath.contains("?") ? "&" : "?") + PARAMETER + "="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
