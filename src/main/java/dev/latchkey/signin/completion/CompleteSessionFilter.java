package dev.latchkey.signin.completion;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.shared.ApplicationConstants;
import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Blocks access to Vaadin until a sign-in is complete: automatic requests of its client without a complete session are answered
 * here, without a server session, a view or a log entry.
 */
public final class CompleteSessionFilter extends OncePerRequestFilter {

    private final SecurityContextHolderStrategy securityContext;
    private final PageNotes notes;

    /** Refusals are shown by notes. */
    public CompleteSessionFilter(SecurityContextHolderStrategy securityContext, PageNotes notes) {
        this.securityContext = securityContext;
        this.notes = notes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isOfVaadin(request) && !isComplete()) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOfVaadin(HttpServletRequest request) {
        var path = request.getServletPath();
        return request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER) != null
                || path.startsWith("/VAADIN/")
                || path.startsWith("/vaadinServlet");
    }

    private boolean isComplete() {
        var authentication = securityContext.getContext().getAuthentication();
        return authentication != null
                && authentication.getPrincipal() instanceof SignedInUser user
                && user.isComplete();
    }

    /**
     * An open page of an ended session gets an answer that Vaadin's client understands, and reloads, which leads to the login with
     * a message, and from there back to the page. A page that has lost its cookie cannot show that when it reloads, so a note is
     * left.
     */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ApplicationConstants.REQUEST_TYPE_UIDL.equals(
                request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER))) {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            if (request.getRequestedSessionId() == null) {
                notes.leave(response, PageNote.done(SignInPaths.LOGIN, Sentence.of("login.session-ended")));
            }
            response.getWriter().print(VaadinService.createSessionExpiredJSON(false));
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
