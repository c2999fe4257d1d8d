package dev.latchkey.signin.password;

import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.LocalRedirect;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.user.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** The same answer to every refused password step; the message waits for the page. A failure of ours is no refusal. */
public final class PasswordRefusedHandler implements AuthenticationFailureHandler {

    private final PageNotes notes;

    /** Refusals are shown by notes. */
    public PasswordRefusedHandler(PageNotes notes) {
        this.notes = notes;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        if (failure instanceof InternalAuthenticationServiceException) {
            throw failure;
        }
        var note =
                PageNote.refused(SignInPaths.LOGIN, PasswordRefusal.of(failure).sentence());
        notes.leave(response, withTypedEmail(note, request));
        LocalRedirect.send(request, response, Destination.in(request).after(SignInPaths.LOGIN + "?error"));
    }

    /** So that nobody has to type their address twice. */
    static PageNote withTypedEmail(PageNote note, HttpServletRequest request) {
        var typed = request.getParameter(SignInPaths.USERNAME_PARAMETER);
        return typed == null || typed.length() > EmailAddress.LENGTH
                ? note
                : note.typed(SignInPaths.USERNAME_PARAMETER, typed);
    }
}
