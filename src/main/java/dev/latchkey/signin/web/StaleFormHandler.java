package dev.latchkey.signin.web;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.LocalRedirect;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SessionRouting;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.user.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriUtils;

/**
 * Handles a form of a plain page whose token is outdated: usually a tab that was left open while somebody logged in or out in
 * another one. It continues at the session's current step, and the input is kept.
 */
public final class StaleFormHandler implements AccessDeniedHandler {

    // Of all forms, without passwords
    private static final List<String> KEPT = List.of(SignInPaths.USERNAME_PARAMETER, "companyName", "name", "email");
    private static final int LONGEST_KEPT = 254;
    private static final String TOKEN = "_csrf";

    private final SecurityContextHolderStrategy securityContext;
    private final PageNotes notes;

    /** Answers with a note for the page that the form belongs to. */
    public StaleFormHandler(SecurityContextHolderStrategy securityContext, PageNotes notes) {
        this.securityContext = securityContext;
        this.notes = notes;
    }

    /** The forms of plain pages. */
    public static RequestMatcher plainForms() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(SignInPaths.formPaths().stream()
                .map(path -> (RequestMatcher) paths.matcher(HttpMethod.POST, path))
                .toList());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        var path = request.getServletPath();
        var destination = Destination.in(request);
        if (request.getCookies() == null && request.getParameter(TOKEN) != null) {
            // The page that this token is from has sent a cookie with it
            LocalRedirect.send(request, response, destination.after(SignInPaths.NO_COOKIES));
            return;
        }
        if (!isOfSignIn(path)) {
            var page = UriUtils.encodePath(path, StandardCharsets.UTF_8);
            leaveTyped(request, response, page);
            LocalRedirect.send(request, response, page);
            return;
        }
        var authentication = securityContext.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedInUser user
                && !isOfSomebodyElse(request, user)) {
            LocalRedirect.send(
                    request,
                    response,
                    user.isComplete() ? destination.path() : destination.after(SignInPaths.CHALLENGE));
        } else if (SignInPaths.LOGIN.equals(path)) {
            leaveTyped(request, response, SignInPaths.LOGIN);
            LocalRedirect.send(request, response, destination.after(SignInPaths.LOGIN));
        } else {
            LocalRedirect.send(request, response, destination.after(SessionRouting.loginPath(request)));
        }
    }

    /** On a browser that several people use, nobody ends up in the session of another. */
    private static boolean isOfSomebodyElse(HttpServletRequest request, SignedInUser user) {
        return Optional.ofNullable(request.getParameter(SignInPaths.USERNAME_PARAMETER))
                .flatMap(EmailAddress::parse)
                .filter(email -> !email.value().equals(user.getUsername()))
                .isPresent();
    }

    private static boolean isOfSignIn(String path) {
        return path.startsWith(SignInPaths.LOGIN) || path.equals(SignInPaths.LOGOUT);
    }

    private void leaveTyped(HttpServletRequest request, HttpServletResponse response, String page) {
        var note = PageNote.refused(page, Sentence.of("form.stale"));
        for (var field : KEPT) {
            var typed = request.getParameter(field);
            if (typed != null && typed.length() <= LONGEST_KEPT) {
                note = note.typed(field, typed);
            }
        }
        notes.leave(response, note);
    }
}
