package dev.latchkey.signin.code;

import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.LocalRedirect;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SessionRouting;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.code.ui.CodeMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Redirects a refused code to the page where it was typed; the message waits for that page, with text that could not be parsed. */
final class CodeRefusedHandler implements AuthenticationFailureHandler {

    private static final int LONGEST_KEPT = 256;

    private final String page;
    private final String field;
    private final PageNotes notes;

    CodeRefusedHandler(String page, String field, PageNotes notes) {
        this.page = page;
        this.field = field;
        this.notes = notes;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var destination = Destination.in(request);
        switch (failure) {
            case CodeRefusedException refused -> {
                var note = PageNote.refused(page, field, CodeMessages.refusal(refused.result()));
                leave(request, response, note, refused.result() instanceof CodeResult.Malformed);
            }
            case RecoveryCodeRefusedException refused ->
                leave(
                        request,
                        response,
                        PageNote.refused(page, field, refused.refusal().sentence()),
                        true);
            default -> {
                // The sign-in is no longer at this step
                LocalRedirect.send(request, response, destination.after(SessionRouting.loginPath(request)));
                return;
            }
        }
        LocalRedirect.send(request, response, destination.after(page + "?error"));
    }

    /** A recovery code is long, and often wrong by one character: it stays in the field even if it could be parsed. */
    private void leave(HttpServletRequest request, HttpServletResponse response, PageNote note, boolean typedStays) {
        var typed = Objects.requireNonNullElse(request.getParameter(field), "");
        notes.leave(response, typedStays && typed.length() <= LONGEST_KEPT ? note.typed(field, typed) : note);
    }
}
